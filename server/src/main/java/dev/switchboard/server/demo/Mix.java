package dev.switchboard.server.demo;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

/** What people write about: another mix in the storm than in the morning. Immutable. */
final class Mix {
  /** How often it is the broken rebooking at its worst, beside what the others weigh together. */
  private static final double BROKEN = 0.14;

  private static final Map<Intent, double[]> WEIGHTS = new EnumMap<>(Intent.class);

  static {
    weigh(Intent.STRANDED, 1, 16);
    weigh(Intent.REBOOKING, 6, 12);
    weigh(Intent.CANCELLED, 2, 10);
    weigh(Intent.REFUND, 7, 4);
    weigh(Intent.BAGGAGE, 8, 6);
    weigh(Intent.ASSISTANCE, 2, 2);
    weigh(Intent.MINOR, 1, 1.5);
    weigh(Intent.MEDICINE, 1, 1.5);
    weigh(Intent.QUESTION, 26, 9);
    weigh(Intent.PRAISE, 18, 3);
    weigh(Intent.JOKE, 10, 12);
    weigh(Intent.VIRAL, 3, 14);
    weigh(Intent.REPORT, 7, 5);
    weigh(Intent.SPAM, 8, 4);
  }

  private Mix() {}

  /**
   * @param storm 0 in the morning to 1 at the height
   * @param broken how much of the rebooking is broken, 0 to 1
   */
  static Intent draw(Random random, double storm, double broken) {
    if (broken > 0 && random.nextDouble() < BROKEN * broken) {
      return Intent.REBOOKING_BROKEN;
    }
    double total = 0;
    for (double[] weight : WEIGHTS.values()) {
      total += at(weight, storm);
    }
    double left = random.nextDouble() * total;
    Intent chosen = Intent.QUESTION;
    for (Map.Entry<Intent, double[]> entry : WEIGHTS.entrySet()) {
      chosen = entry.getKey();
      left -= at(entry.getValue(), storm);
      if (left < 0) {
        break;
      }
    }
    return chosen;
  }

  private static double at(double[] weight, double storm) {
    return weight[0] + (weight[1] - weight[0]) * storm;
  }

  private static void weigh(Intent intent, double morning, double height) {
    WEIGHTS.put(intent, new double[] {morning, height});
  }
}
