/** What open pages cost. */
@NullMarked
package dev.switchboard.bench.streams;

import org.jspecify.annotations.NullMarked;
