/** The store on PostgreSQL 15, the oldest that Switchboard takes, as Debian has it. */
@NullMarked
package dev.switchboard.store.debian;

import org.jspecify.annotations.NullMarked;
