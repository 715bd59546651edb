package dev.switchboard.server.console.view.incident;

/** Probabilities of causes in words: nothing that is not certain is called certain. */
final class Likelihood {
  private static final int WHOLE = 100;

  private Likelihood() {}

  /** For example 93 %, under 1 % or over 99 %; 0 and 1 are said as such. */
  static String words(double probability) {
    double percent = probability * WHOLE;
    if (percent > 0 && percent < 1) {
      return "under 1 %";
    } else if (percent > WHOLE - 1 && percent < WHOLE) {
      return "over 99 %";
    }
    return Math.round(percent) + " %";
  }

  /** In whole per cent, for drawings. */
  static int percent(double probability) {
    return (int) Math.round(probability * WHOLE);
  }
}
