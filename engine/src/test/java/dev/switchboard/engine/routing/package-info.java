/** Routing in words, and a floor at random. */
@NullMarked
package dev.switchboard.engine.routing;

import org.jspecify.annotations.NullMarked;
