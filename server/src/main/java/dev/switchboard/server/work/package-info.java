/** Threads that work in the background of the server. */
@NullMarked
package dev.switchboard.server.work;

import org.jspecify.annotations.NullMarked;
