/**
 * Draws incidents whose cause is known, to judge whoever names causes.
 *
 * <p>Nothing here knows the engine. The simulators, the oracle and the baseline were frozen before
 * the engine that they judge was written; {@link LogNormalSimulator} and {@link RolloutSimulator}
 * share the shape of what they draw, not the mechanism.
 */
@NullMarked
package dev.switchboard.engine.incident.simulate;

import org.jspecify.annotations.NullMarked;
