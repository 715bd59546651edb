/** The numbered log of everything that happened. */
@NullMarked
package dev.switchboard.store.log;

import org.jspecify.annotations.NullMarked;
