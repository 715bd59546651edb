/** The airline sentiment export. */
@NullMarked
package dev.switchboard.channels.airline;

import org.jspecify.annotations.NullMarked;
