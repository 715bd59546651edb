/**
 * Days to simulate, as files: how they are read, with the place of each mistake, and those that
 * ship.
 */
@NullMarked
package dev.switchboard.channels.scenario;

import org.jspecify.annotations.NullMarked;
