package dev.switchboard.engine.incident.cause;

/**
 * How reports may have come, an incident among others: a rise laid on each onset of a grid.
 *
 * @param rates for each onset and report, the incident's reports a minute, before {@code factor}
 * @param expected for each onset, how many reports of it come until the end, the same
 * @param factor by how much both are multiplied
 * @param log how likely the shape of the rise is before
 * @param ambient of those that come anyway
 */
record Course(double[][] rates, double[] expected, double factor, double log, Ambient ambient) {
  private static final double HUGE = 1e100;

  /** How many incidents begin slowly. */
  private static final double SLOW_SHARE = 0.25;

  static Course of(Rise rise, double[] onsets, double[] minutes, double end, Ambient ambient) {
    double[][] rates = new double[onsets.length][minutes.length];
    double[] expected = new double[onsets.length];
    for (int k = 0; k < onsets.length; k++) {
      expected[k] = rise.expected(end - onsets[k]);
      for (int r = minutes.length - 1; r >= 0 && minutes[r] > onsets[k]; r--) {
        rates[k][r] = rise.rate(minutes[r] - onsets[k]);
      }
    }
    double share = rise.slow() ? SLOW_SHARE : 1 - SLOW_SHARE;
    return new Course(rates, expected, 1, Math.log(share), ambient);
  }

  /** The same rise, so many times as strong, among others that come like this. */
  Course with(double strength, Ambient others) {
    return new Course(rates, expected, strength, log, others);
  }

  /**
   * For each onset, the logarithm of how likely the reports are.
   *
   * @param ratios for each report, how likely it is as one of the incident, over as a usual one
   */
  double[] logs(double[] ratios) {
    double[] over = new double[ratios.length];
    for (int r = 0; r < over.length; r++) {
      over[r] = factor * ratios[r] / ambient.rates()[r];
    }
    double[] logs = new double[rates.length];
    for (int k = 0; k < logs.length; k++) {
      double[] at = rates[k];
      double sum = log + ambient.log() - factor * expected[k];
      double product = 1;
      for (int r = over.length - 1; r >= 0 && at[r] > 0; r--) {
        product *= 1 + at[r] * over[r];
        if (product > HUGE) {
          sum += Math.log(product);
          product = 1;
        }
      }
      logs[k] = sum + Math.log(product);
    }
    return logs;
  }

  /** How likely each report is one of the incident with this onset, 0–1. */
  double membership(int onset, int report) {
    double rate = factor * rates[onset][report];
    return rate / (rate + ambient.rates()[report]);
  }
}
