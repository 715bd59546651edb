/** Posts, conversations, cases and events of a batch, written in one transaction. */
@NullMarked
package dev.switchboard.store.intake;

import org.jspecify.annotations.NullMarked;
