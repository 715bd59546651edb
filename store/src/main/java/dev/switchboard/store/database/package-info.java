/** The PostgreSQL behind everything: embedded by default, external by URL. */
@NullMarked
package dev.switchboard.store.database;

import org.jspecify.annotations.NullMarked;
