package dev.switchboard.engine.routing;

import java.time.Duration;
import java.time.Instant;

/**
 * What it costs to let a case wait a moment longer rather than to serve it: the generalised c-mu
 * rule. A freed server takes the class with the greatest {@code C'(a) * mu}, where {@code a} is the
 * age of its oldest case, {@code C} its convex cost of delay and {@code 1 / mu} the mean time that
 * this server takes for it; that minimises the total cost of delay in heavy traffic (van Mieghem,
 * "Dynamic scheduling with convex delay costs: the generalized c-mu rule", Annals of Applied
 * Probability 5(3), 1995; for servers with several skills Mandelbaum and Stolyar, Operations
 * Research 52(6), 2004).
 *
 * <p>Here {@code C(a) = (a / T)^2 / 2} for a case that may wait {@code T}: a wait that is twice as
 * long, for what it may be, is four times as bad. So {@code C'(a) * mu = a / (T^2 * h)}, with the
 * handling time {@code h}, all in seconds; whoever fits a case only since it asks for less serves
 * it at a part of that rate ({@link RoutingPolicy#relaxedService()}). An author's reach does not
 * enter.
 */
final class DelayCost {
  private DelayCost() {}

  /**
   * Zero or more.
   *
   * @param since when it began to wait, and {@code now}, in seconds since 1970
   * @param divisor see {@link #divisor}
   */
  static double of(double since, double divisor, double now) {
    return Math.max(0, now - since) / divisor;
  }

  /** {@code T^2 * h}: what of a case's cost does not change while it waits. */
  static double divisor(WaitingCase waiting) {
    double allowed = atLeastOne(waiting.allowed());
    return allowed * allowed * atLeastOne(waiting.handling());
  }

  static double seconds(Instant at) {
    return at.getEpochSecond() + at.getNano() / 1e9;
  }

  private static double atLeastOne(Duration time) {
    return Math.max(1, time.toMillis() / 1_000.0);
  }
}
