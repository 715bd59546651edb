/** Routing in the database: what a router begins with, what it did, and what became of offers. */
@NullMarked
package dev.switchboard.store.routing;

import org.jspecify.annotations.NullMarked;
