/**
 * Which change did it, or none: the posterior over changes from when reports began, what they say,
 * where they come from and which service depends on which ({@link CauseRanker}); and what it
 * touches ({@link BlastRadius}).
 */
@NullMarked
package dev.switchboard.engine.incident.cause;

import org.jspecify.annotations.NullMarked;
