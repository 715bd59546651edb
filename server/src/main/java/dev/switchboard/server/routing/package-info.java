/**
 * Routing on the running floor: one thread follows the log, lets the router decide, and writes
 * offers.
 */
@NullMarked
package dev.switchboard.server.routing;

import org.jspecify.annotations.NullMarked;
