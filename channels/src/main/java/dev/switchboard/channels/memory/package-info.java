/** A network in memory, for the demo and for tests. */
@NullMarked
package dev.switchboard.channels.memory;

import org.jspecify.annotations.NullMarked;
