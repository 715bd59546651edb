/** What people are notified of. */
@NullMarked
package dev.switchboard.store.notices;

import org.jspecify.annotations.NullMarked;
