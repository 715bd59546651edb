package dev.switchboard.bench.intake;

import java.util.Arrays;
import java.util.Locale;

/** Medians, and how they are printed. */
final class Figures {
  private Figures() {}

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** One line: what it is, the median with its range, and the target if there is one. */
  static void print(String what, double[] values, String unit, String target) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    System.out.printf(
        Locale.ROOT,
        "%-52s %10.3f %-8s (%.3f to %.3f, %d runs) %s%n",
        what,
        median(values),
        unit,
        sorted[0],
        sorted[sorted.length - 1],
        values.length,
        target);
  }
}
