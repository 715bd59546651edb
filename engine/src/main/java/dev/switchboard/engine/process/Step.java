package dev.switchboard.engine.process;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One step of a flow.
 *
 * @param name lower-case letters, digits and hyphens, 1 to 40 characters; the word in the log
 * @param who who may act on a case that is here
 * @param within the business time that a case may stay here, or null for any
 * @param approval what must be approved here, or null for nothing; in a pending step only
 * @param escalations in the order of time, at most {@link FlowCheck#MAX_ESCALATIONS}
 * @param next the name of the next step by what happens; what is not named goes the usual way
 */
public record Step(
    String name,
    Lifecycle state,
    Who who,
    @Nullable Duration within,
    @Nullable Approval approval,
    List<Escalation> escalations,
    Map<Trigger, String> next) {
  public Step {
    escalations = List.copyOf(escalations);
    Map<Trigger, String> copy = new EnumMap<>(Trigger.class);
    copy.putAll(next);
    next = Collections.unmodifiableMap(copy);
  }

  /** A step of which nothing more is said. */
  public static Step of(String name, Lifecycle state) {
    return new Step(name, state, Who.EVERYBODY, null, null, List.of(), Map.of());
  }
}
