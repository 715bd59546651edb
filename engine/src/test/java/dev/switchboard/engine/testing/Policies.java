package dev.switchboard.engine.testing;

import dev.switchboard.engine.routing.RoutingPolicy;

/** Policies that differ from the usual in one thing. */
public final class Policies {
  private Policies() {}

  /** The same, but that a person has so many offers at a time. */
  public static RoutingPolicy offersAtOnce(RoutingPolicy usual, int most) {
    return new RoutingPolicy(
        usual.offerLasts(),
        usual.notAgainWithin(),
        usual.previousWithin(),
        usual.waitForPrevious(),
        most,
        usual.maxUnanswered(),
        usual.pause(),
        usual.maxUnseen(),
        usual.relaxations(),
        usual.relaxedService(),
        usual.nobodyThereAfter());
  }
}
