/** Tells people what concerns them. */
@NullMarked
package dev.switchboard.server.notices;

import org.jspecify.annotations.NullMarked;
