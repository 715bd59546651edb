/** Posts joined by replies. */
@NullMarked
package dev.switchboard.engine.conversation;

import org.jspecify.annotations.NullMarked;
