/** Everything built in one place, and closed in reverse order. */
@NullMarked
package dev.switchboard.server.app;

import org.jspecify.annotations.NullMarked;
