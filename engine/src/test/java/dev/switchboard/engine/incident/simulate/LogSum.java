package dev.switchboard.engine.incident.simulate;

/** Sums of what is kept as logarithms. */
final class LogSum {
  private LogSum() {}

  /** The logarithm of the sum of exponentials; minus infinity for none. */
  static double of(double[] logs) {
    double max = Double.NEGATIVE_INFINITY;
    for (double log : logs) {
      max = Math.max(max, log);
    }
    if (max == Double.NEGATIVE_INFINITY) {
      return max;
    }
    double sum = 0;
    for (double log : logs) {
      sum += Math.exp(log - max);
    }
    return max + Math.log(sum);
  }

  static double[] normalised(double[] logs) {
    double all = of(logs);
    double[] shares = new double[logs.length];
    for (int i = 0; i < logs.length; i++) {
      shares[i] = Math.exp(logs[i] - all);
    }
    return shares;
  }
}
