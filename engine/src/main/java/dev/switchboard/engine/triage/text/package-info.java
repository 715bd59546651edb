/** From a post's text to hashed features, without allocating per post. */
@NullMarked
package dev.switchboard.engine.triage.text;

import org.jspecify.annotations.NullMarked;
