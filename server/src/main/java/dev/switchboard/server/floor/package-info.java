/** The floor as a lead sees it: read for all who look at it together. */
@NullMarked
package dev.switchboard.server.floor;

import org.jspecify.annotations.NullMarked;
