/** Tests of what Switchboard is started with. */
@NullMarked
package dev.switchboard.server.app;

import org.jspecify.annotations.NullMarked;
