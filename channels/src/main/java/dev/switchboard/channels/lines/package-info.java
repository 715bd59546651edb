/** Bytes cut into lines, with bounds, and checked for UTF-8. */
@NullMarked
package dev.switchboard.channels.lines;

import org.jspecify.annotations.NullMarked;
