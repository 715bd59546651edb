/** The server and its database are killed, and everything promised is reckoned up. */
@NullMarked
package dev.switchboard.server.kill;

import org.jspecify.annotations.NullMarked;
