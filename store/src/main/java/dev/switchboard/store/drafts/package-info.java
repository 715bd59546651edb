/** What people are writing and have not sent yet. */
@NullMarked
package dev.switchboard.store.drafts;

import org.jspecify.annotations.NullMarked;
