package dev.switchboard.engine.triage.promise;

/**
 * At most this share of the posts whose authors need help may be set aside.
 *
 * @param alpha the share, above 0 and below 0.5
 * @param confidence of the bound that is shown, above 0.5 and below 1
 * @param basis what must hold for a post to be set aside
 */
public record Promise(double alpha, double confidence, Basis basis) {
  /** 1 % with 95 % confidence. */
  public static final Promise DEFAULT = new Promise(0.01, 0.95, Basis.CONFIDENT);

  /** What keeps the promise. */
  public enum Basis {
    /** On average over all that could have happened, the share is at most alpha. */
    EXPECTED,
    /** The share is at most alpha with the confidence: stronger, and what may be shown as such. */
    CONFIDENT
  }

  public Promise {
    if (!(alpha > 0 && alpha < 0.5) || !(confidence > 0.5 && confidence < 1)) {
      throw new IllegalArgumentException(
          "alpha must be within 0 and 0.5, confidence within 0.5 and 1: %s, %s"
              .formatted(alpha, confidence));
    }
  }

  /** Nothing is set aside before there are so many labelled posts that needed help. */
  public int postsNeeded() {
    return BinomialBound.trialsNeeded(alpha, confidence);
  }
}
