/** What the floor shows: counts over open work and people, each bounded however much there is. */
@NullMarked
package dev.switchboard.store.floor;

import org.jspecify.annotations.NullMarked;
