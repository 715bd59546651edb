/** Hundreds of people at their desks at once: what they wait for, and what must never happen. */
@NullMarked
package dev.switchboard.bench.desk;

import org.jspecify.annotations.NullMarked;
