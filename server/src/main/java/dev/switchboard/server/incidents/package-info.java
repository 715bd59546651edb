/** Incidents in the running server: decided by one thread that follows the event log. */
@NullMarked
package dev.switchboard.server.incidents;

import org.jspecify.annotations.NullMarked;
