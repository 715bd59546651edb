/** People's accounts, sessions, keys and links. Secrets come in as hashes only. */
@NullMarked
package dev.switchboard.store.people;

import org.jspecify.annotations.NullMarked;
