@NullMarked
package dev.switchboard.store.database;

import org.jspecify.annotations.NullMarked;
