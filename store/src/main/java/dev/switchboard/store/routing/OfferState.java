package dev.switchboard.store.routing;

import java.util.Locale;

/** Where an offer stands. All but the first are final. */
public enum OfferState {
  OPEN,
  ACCEPTED,
  DECLINED,
  EXPIRED,
  WITHDRAWN;

  /** The word in the contracts and in the database. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static OfferState of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
