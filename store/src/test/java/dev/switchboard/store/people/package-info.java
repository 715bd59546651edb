@NullMarked
package dev.switchboard.store.people;

import org.jspecify.annotations.NullMarked;
