/** Which language a post is in: who says so, in which order, and how the text itself is asked. */
@NullMarked
package dev.switchboard.engine.triage.language;

import org.jspecify.annotations.NullMarked;
