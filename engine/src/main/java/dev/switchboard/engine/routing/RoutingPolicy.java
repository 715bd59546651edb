package dev.switchboard.engine.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a company sets about routing.
 *
 * @param offerLasts how long a person may think
 * @param notAgainWithin for how long a case is not offered again to who declined it, let an offer
 *     of it expire, or let go of it
 * @param previousWithin a case goes first to who answered the customer last, if that is no longer
 *     ago
 * @param waitForPrevious for so long from the beginning of its wait it is kept for them while they
 *     are there and have no room; never while they are absent
 * @param maxOpenOffers that one person has at a time, 1 to 100; with one, whoever works on a case
 *     lets the fewest others wait for an answer
 * @param maxUnanswered so many offers in a row that expire, and the person gets none for {@code
 *     pause}, or until a case that they hold is done: they are not looking; 1 to 100
 * @param maxUnseen so many offers in a row that expire, whatever pauses lie between, and the person
 *     is not there, whatever they say: {@link RoutingDecision.NotLooking}; 0: never; at most 100
 * @param relaxations in the order in which needs are relaxed, which is that of their shares
 * @param relaxedService how well somebody who fits a case only since it asks for less serves it,
 *     beside somebody who fits it as it was: above 0, at most 1. A person with room takes what they
 *     know, unless the wait of another case costs so much more
 * @param nobodyThereAfter when nobody who could take a case has been there for so long, that is an
 *     exception
 */
public record RoutingPolicy(
    Duration offerLasts,
    Duration notAgainWithin,
    Duration previousWithin,
    Duration waitForPrevious,
    int maxOpenOffers,
    int maxUnanswered,
    Duration pause,
    int maxUnseen,
    List<Relaxation> relaxations,
    double relaxedService,
    Duration nobodyThereAfter) {
  public static final int MAX_RELAXATIONS = 8;
  private static final int MAX_OFFERS = 100;

  public static final RoutingPolicy DEFAULT =
      new RoutingPolicy(
          Duration.ofMinutes(1),
          Duration.ofMinutes(30),
          Duration.ofDays(7),
          Duration.ofMinutes(3),
          1,
          2,
          Duration.ofMinutes(5),
          0,
          List.of(
              new Relaxation(Relaxation.Need.LEVEL, 0.3),
              new Relaxation(Relaxation.Need.LEVEL, 0.5),
              new Relaxation(Relaxation.Need.SKILLS, 0.7),
              new Relaxation(Relaxation.Need.LANGUAGE, 1.5)),
          0.1,
          Duration.ofMinutes(15));

  public RoutingPolicy {
    relaxations = List.copyOf(relaxations);
    if (!offerLasts.isPositive()
        || !notAgainWithin.isPositive()
        || !pause.isPositive()
        || previousWithin.isNegative()
        || waitForPrevious.isNegative()
        || nobodyThereAfter.isNegative()) {
      throw new IllegalArgumentException(
          "offers, pauses and what is not offered again must last; no time may be negative");
    }
    if (maxOpenOffers < 1
        || maxOpenOffers > MAX_OFFERS
        || maxUnanswered < 1
        || maxUnanswered > MAX_OFFERS
        || maxUnseen < 0
        || maxUnseen > MAX_OFFERS) {
      throw new IllegalArgumentException(
          "open and unanswered offers must be 1 to %d, unseen ones at most that"
              .formatted(MAX_OFFERS));
    }
    if (!(relaxedService > 0 && relaxedService <= 1)) {
      throw new IllegalArgumentException(
          "how well those serve who only fit relaxed needs is above 0 and at most 1, not "
              + relaxedService);
    }
    if (relaxations.size() > MAX_RELAXATIONS) {
      throw new IllegalArgumentException(
          "needs are relaxed in at most %d steps".formatted(MAX_RELAXATIONS));
    }
    for (int i = 1; i < relaxations.size(); i++) {
      if (relaxations.get(i).ofTarget() < relaxations.get(i - 1).ofTarget()) {
        throw new IllegalArgumentException(
            "step %d of the relaxations comes before step %d".formatted(i + 1, i));
      }
    }
  }

  /** The same, but for who lets offers expire. */
  public RoutingPolicy withMaxUnseen(int most) {
    return new RoutingPolicy(
        offerLasts,
        notAgainWithin,
        previousWithin,
        waitForPrevious,
        maxOpenOffers,
        maxUnanswered,
        pause,
        most,
        relaxations,
        relaxedService,
        nobodyThereAfter);
  }

  /** The needs of a case after so many steps. */
  Needs relaxed(Needs needs, int steps) {
    Needs left = needs;
    for (Relaxation relaxation : relaxations.subList(0, steps)) {
      left = relaxation.applied(left);
    }
    return left;
  }

  /** When a step is due, from 0. */
  Instant stepAt(WaitingCase waiting, int step) {
    double millis = waiting.allowed().toMillis() * relaxations.get(step).ofTarget();
    return waiting.since().plusMillis((long) millis);
  }
}
