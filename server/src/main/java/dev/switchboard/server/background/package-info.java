/** Threads that work in the background of the server. */
@NullMarked
package dev.switchboard.server.background;

import org.jspecify.annotations.NullMarked;
