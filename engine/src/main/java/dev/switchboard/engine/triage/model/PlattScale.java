package dev.switchboard.engine.triage.model;

/**
 * From log-odds to log-odds that mean what they say: slope × log-odds + offset (Platt 1999), fitted
 * on scores given before their labels were known, by Newton's method, held near (1, 0).
 */
public record PlattScale(double slope, double offset) {
  /** Leaves log-odds as they are. */
  public static final PlattScale NONE = new PlattScale(1, 0);

  private static final int ROUNDS = 20;

  /** As if so many texts spoke for leaving things as they are. */
  private static final double PULL = 5;

  private static final double MIN_SLOPE = 0.1;

  /** The scaled log-odds. */
  public double apply(double logOdds) {
    return slope * logOdds + offset;
  }

  /** Fits to the first {@code count} scores. */
  public static PlattScale fit(float[] logOdds, boolean[] help, int count) {
    double a = 1;
    double b = 0;
    for (int round = 0; round < ROUNDS; round++) {
      double ga = PULL * (a - 1);
      double gb = PULL * b * 0.1;
      double haa = PULL;
      double hab = 0;
      double hbb = PULL * 0.1;
      for (int i = 0; i < count; i++) {
        double p = LinearModel.probability(a * logOdds[i] + b);
        double error = p - (help[i] ? 1 : 0);
        double bend = Math.max(p * (1 - p), 1e-6);
        ga += error * logOdds[i];
        gb += error;
        haa += bend * logOdds[i] * logOdds[i];
        hab += bend * logOdds[i];
        hbb += bend;
      }
      double det = haa * hbb - hab * hab;
      a = Math.max(MIN_SLOPE, a - (ga * hbb - gb * hab) / det);
      b -= (gb * haa - ga * hab) / det;
    }
    return new PlattScale(a, b);
  }
}
