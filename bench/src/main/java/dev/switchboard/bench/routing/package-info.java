/** How long routing takes on a full floor. */
@NullMarked
package dev.switchboard.bench.routing;

import org.jspecify.annotations.NullMarked;
