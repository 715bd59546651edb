/**
 * A made-up world to try Switchboard on: the airline Aurora Air, its customers on a snow day, and
 * agents who answer them. Nothing in it is real. Everything is seeded.
 */
@NullMarked
package dev.switchboard.server.demo;

import org.jspecify.annotations.NullMarked;
