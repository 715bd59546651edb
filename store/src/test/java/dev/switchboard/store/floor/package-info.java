@NullMarked
package dev.switchboard.store.floor;

import org.jspecify.annotations.NullMarked;
