package dev.switchboard.server.desk;

import dev.switchboard.store.routing.OfferRow;

/** What became of an offer. */
public sealed interface OfferResult {
  /** It was accepted, if the case let itself be claimed. */
  record OnCase(DeskResult result) implements OfferResult {}

  record Declined(OfferRow offer) implements OfferResult {}

  /** It had ended before: it expired, or was withdrawn, or they had answered it. */
  record Ended(OfferRow offer) implements OfferResult {}

  /** It is somebody else's. */
  record NotTheirs(OfferRow offer) implements OfferResult {}

  record NoSuchOffer(long id) implements OfferResult {}
}
