package dev.switchboard.engine.routing;

import java.time.Duration;
import java.time.Instant;

/**
 * What it costs to let a case wait a moment longer rather than to serve it: the generalised c-mu
 * rule. A freed server takes the class with the greatest {@code C'(a) * mu}, where {@code a} is the
 * age of its oldest case, {@code C} its convex cost of delay and {@code 1 / mu} its mean handling
 * time; that minimises the total cost of delay in heavy traffic (van Mieghem, "Dynamic scheduling
 * with convex delay costs: the generalized c-mu rule", Annals of Applied Probability 5(3), 1995; for
 * servers with several skills Mandelbaum and Stolyar, Operations Research 52(6), 2004).
 *
 * <p>Here {@code C(a) = (a / T)^2 / 2} for a case that may wait {@code T}: a wait that is twice as
 * long, for what it may be, is four times as bad. So {@code C'(a) * mu = a / (T^2 * h)}, with the
 * handling time {@code h}, all in seconds. An author's reach does not enter.
 */
final class DelayCost {
  private static final double MIN_SECONDS = 1;

  private DelayCost() {}

  /** Zero or more; times below a second count as one. */
  static double of(WaitingCase waiting, Instant now) {
    double age = Math.max(0, seconds(Duration.between(waiting.since(), now)));
    double allowed = Math.max(MIN_SECONDS, seconds(waiting.allowed()));
    double handling = Math.max(MIN_SECONDS, seconds(waiting.handling()));
    return age / (allowed * allowed * handling);
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1_000.0;
  }
}
