/** Drafts on a real database. */
@NullMarked
package dev.switchboard.store.drafts;

import org.jspecify.annotations.NullMarked;
