package dev.switchboard.engine.event;

import java.time.Instant;
import java.util.List;

/**
 * What routing does with a case, and what people do with what they are offered. An offer is one
 * case for one person; it is named by its number and ends once: accepted, declined, expired or
 * withdrawn. The actor is the person who accepted or declined.
 */
public sealed interface AboutOffers extends Event {
  /**
   * A person may have a case, and nobody else is offered it until the offer has ended.
   *
   * @param to the person
   * @param rule which rule chose them; one of a few words, in docs/events.md
   * @param people how many could have had it at that moment, the chosen one included
   * @param some of them, those with the least load first; at most ten names
   * @param why in words
   */
  record OfferMade(
      long offer,
      String to,
      Instant expiresAt,
      String rule,
      int people,
      List<String> some,
      String why)
      implements AboutOffers {
    public OfferMade {
      some = List.copyOf(some);
    }
  }

  /** They took it; {@code case.claimed} stands beside it. */
  record OfferAccepted(long offer) implements AboutOffers {}

  /** They would rather not; the case goes on to others. */
  record OfferDeclined(long offer) implements AboutOffers {}

  /** They did not answer in time. */
  record OfferExpired(long offer, String to) implements AboutOffers {}

  /**
   * It holds no more, through nothing that the person did with it.
   *
   * @param reason one of a few words, in docs/events.md
   */
  record OfferWithdrawn(long offer, String to, String reason) implements AboutOffers {}

  /**
   * A case that waits asks for less of whoever takes it than before.
   *
   * @param step which of the policy's steps, from 1
   * @param need what of it; one of a few words, in docs/events.md
   * @param from what it asked for, in words, and {@code to} what it asks for now
   * @param because one of a few words, in docs/events.md
   */
  record NeedsRelaxed(int step, String need, String from, String to, String because)
      implements AboutOffers {}
}
