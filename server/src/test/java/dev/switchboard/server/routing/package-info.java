/** Routing on a running server, and what it asks of the database. */
@NullMarked
package dev.switchboard.server.routing;

import org.jspecify.annotations.NullMarked;
