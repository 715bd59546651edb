package dev.switchboard.engine.triage.model;

/**
 * How FTRL-Proximal learns (McMahan et al., "Ad click prediction: a view from the trenches", KDD
 * 2013, algorithm 1).
 *
 * @param alpha the learning rate, above 0
 * @param beta smooths the first steps, 0 or more
 * @param l1 drives weights that carry nothing to zero, 0 or more
 * @param l2 holds weights small, 0 or more
 */
public record FtrlSettings(float alpha, float beta, float l1, float l2) {
  public static final FtrlSettings DEFAULT = new FtrlSettings(0.5f, 1, 0.02f, 0.01f);

  public FtrlSettings {
    if (!(alpha > 0) || !(beta >= 0) || !(l1 >= 0) || !(l2 >= 0)) {
      throw new IllegalArgumentException(
          "alpha must be above 0, beta, l1 and l2 at least 0: %s, %s, %s, %s"
              .formatted(alpha, beta, l1, l2));
    }
  }
}
