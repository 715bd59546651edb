/** How fast reports are grouped, beside a plain script on the same rows. */
@NullMarked
package dev.switchboard.bench.grouping;

import org.jspecify.annotations.NullMarked;
