/** The console in a real browser, on a real server. */
@NullMarked
package dev.switchboard.server.console;

import org.jspecify.annotations.NullMarked;
