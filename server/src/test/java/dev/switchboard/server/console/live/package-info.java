/** What a page is told of events. */
@NullMarked
package dev.switchboard.server.console.live;

import org.jspecify.annotations.NullMarked;
