/** Notifications on a real database. */
@NullMarked
package dev.switchboard.store.notices;

import org.jspecify.annotations.NullMarked;
