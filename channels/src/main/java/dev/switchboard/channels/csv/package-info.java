/** CSV records that fail one at a time. */
@NullMarked
package dev.switchboard.channels.csv;

import org.jspecify.annotations.NullMarked;
