package dev.switchboard.channels.memory;

/**
 * How often a network fails, and how. The three probabilities add up to at most 1; the rest is
 * sent.
 *
 * @param notSent the network refuses for now; 0 to 1
 * @param unknownThoughSent the reply goes out, but the answer is lost; 0 to 1
 * @param unknownNotSent the request is lost; 0 to 1
 * @param findCanTell whether the network can say afterwards if a reply went out
 */
public record Faults(
    double notSent, double unknownThoughSent, double unknownNotSent, boolean findCanTell) {
  /** A network that never fails. */
  public static final Faults NONE = new Faults(0, 0, 0, true);

  public Faults {
    boolean inRange = notSent >= 0 && unknownThoughSent >= 0 && unknownNotSent >= 0;
    if (!inRange || !(notSent + unknownThoughSent + unknownNotSent <= 1)) {
      throw new IllegalArgumentException(
          "probabilities must be 0 or more and add up to at most 1, not %s, %s, %s"
              .formatted(notSent, unknownThoughSent, unknownNotSent));
    }
  }
}
