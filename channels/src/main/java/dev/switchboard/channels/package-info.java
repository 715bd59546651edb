/** How posts come in from formats and networks, and how replies go out to them. */
@NullMarked
package dev.switchboard.channels;

import org.jspecify.annotations.NullMarked;
