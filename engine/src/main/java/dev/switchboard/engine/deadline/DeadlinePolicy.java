package dev.switchboard.engine.deadline;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a company promises itself.
 *
 * @param hours in which targets are counted
 * @param targets how much business time each kind may take, longer than nothing; a kind that is not
 *     named has no deadline; {@link DeadlineKind#STEP} is named by each step
 * @param pausedWhileAnswered whether the deadline to close a case rests while the customer has been
 *     answered
 * @param foreseeShare of a target, 0 to 1: a breach is foreseen when no more than this is left,
 *     unless it is known how long the queue ahead takes
 */
public record DeadlinePolicy(
    BusinessHours hours,
    Map<DeadlineKind, Duration> targets,
    boolean pausedWhileAnswered,
    double foreseeShare) {
  public static final double USUAL_SHARE = 0.25;

  public DeadlinePolicy {
    if (!(foreseeShare >= 0 && foreseeShare <= 1)) {
      throw new IllegalArgumentException("a share is from 0 to 1, not " + foreseeShare);
    }
    if (targets.containsKey(DeadlineKind.STEP)) {
      throw new IllegalArgumentException("each step names its own target");
    }
    Map<DeadlineKind, Duration> copy = new EnumMap<>(DeadlineKind.class);
    copy.putAll(targets);
    targets = Collections.unmodifiableMap(copy);
    for (Duration target : targets.values()) {
      hours
          .findProblem(target)
          .ifPresent(
              problem -> {
                throw new IllegalArgumentException(problem);
              });
    }
  }

  /** Nothing is due, at any hour. */
  public static DeadlinePolicy none(BusinessHours hours) {
    return new DeadlinePolicy(hours, Map.of(), true, USUAL_SHARE);
  }
}
