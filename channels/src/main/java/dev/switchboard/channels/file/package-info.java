/** Replies appended to a file. */
@NullMarked
package dev.switchboard.channels.file;

import org.jspecify.annotations.NullMarked;
