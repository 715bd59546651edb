/** Who watches what, on a fake clock. */
@NullMarked
package dev.switchboard.server.watching;

import org.jspecify.annotations.NullMarked;
