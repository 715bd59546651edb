/** Replies on their way out: handed to their network, and what became of each. */
@NullMarked
package dev.switchboard.server.outbox;

import org.jspecify.annotations.NullMarked;
