package dev.switchboard.server.desk;

/**
 * What people do with what they are offered. Each call is one transaction, committed when it
 * returns. Any thread.
 */
public interface OfferDesk {
  /** Takes the case: the person holds it then, as after a claim. */
  OfferResult accept(long offer, String person);

  /** Leaves the case to others; it is not offered to this person again for a while. */
  OfferResult decline(long offer, String person);
}
