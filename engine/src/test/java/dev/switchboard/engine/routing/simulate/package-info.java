/** Prints simulated days, and compares ways to route them on paired seeds. */
@NullMarked
package dev.switchboard.engine.routing.simulate;

import org.jspecify.annotations.NullMarked;
