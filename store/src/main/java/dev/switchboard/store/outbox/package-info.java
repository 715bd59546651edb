/** Replies on their way to a network. */
@NullMarked
package dev.switchboard.store.outbox;

import org.jspecify.annotations.NullMarked;
