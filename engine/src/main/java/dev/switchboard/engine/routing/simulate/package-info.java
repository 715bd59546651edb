/**
 * A day of posts and people on a virtual clock, made up from a seed, on which routing is tried
 * before the day comes: the same seed gives the same day, whoever routes it.
 */
@NullMarked
package dev.switchboard.engine.routing.simulate;

import org.jspecify.annotations.NullMarked;
