/**
 * A made-up world of reports with planted incidents, and two rules to stand beside the engine: a
 * dumb one and an oracle that knows the world. It was written before the engine that it judges and
 * knows nothing of it.
 */
@NullMarked
package dev.switchboard.engine.incident.detection.simulate;

import org.jspecify.annotations.NullMarked;
