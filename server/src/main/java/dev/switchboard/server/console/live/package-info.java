/** What changes while a page is open. */
@NullMarked
package dev.switchboard.server.console.live;

import org.jspecify.annotations.NullMarked;
