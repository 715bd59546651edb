@NullMarked
package dev.switchboard.store.outbox;

import org.jspecify.annotations.NullMarked;
