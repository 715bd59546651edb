/** What happens, as it happens: one reader of the log, many streams. */
@NullMarked
package dev.switchboard.server.live;

import org.jspecify.annotations.NullMarked;
