package dev.switchboard.engine.incident.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How far a brand's hours stray from what was expected of them beyond Poisson's chance: the inverse
 * shape of the negative-binomial, by moments, over the last weeks.
 */
final class Dispersion {
  /** What a brand has before it shows its own, and how many hours that is worth. */
  private static final double PRIOR = 0.25;

  private static final double PRIOR_HOURS = 24;
  private static final double MEMORY_HOURS = 6 * Hours.IN_A_WEEK;
  private static final double MOST = 1;

  /** One hour may weigh no more than this squared surprise: an incident is not the rule. */
  private static final double MOST_OF_AN_HOUR = 4;

  /** The null takes a multiplier of so many standard deviations above its mean for granted. */
  private static final double DEVIATIONS = 2;

  private Decaying excess = new Decaying();
  private Decaying hours = new Decaying();
  private double expected;
  private double seen;

  /** How much more than expected is still ordinary, 1 or more. */
  double margin(double hour) {
    double sum = PRIOR * PRIOR_HOURS + excess.at(hour, MEMORY_HOURS);
    double inverseShape = sum / (PRIOR_HOURS + hours.at(hour, MEMORY_HOURS));
    return 1 + DEVIATIONS * Math.sqrt(Math.clamp(inverseShape, 0.02, MOST));
  }

  void count() {
    seen++;
  }

  void expect(double reports) {
    expected += reports;
  }

  /** An hour of the clock is over; those that say little (below one report) weigh little. */
  void endHour(double hour) {
    double weight = Math.min(1, expected);
    if (expected > 0) {
      double straying = seen - expected;
      double surprise = (straying * straying - seen) / (expected * expected);
      excess.add(hour, MEMORY_HOURS, weight * Math.clamp(surprise, -1, MOST_OF_AN_HOUR));
      hours.add(hour, MEMORY_HOURS, weight);
    }
    expected = 0;
    seen = 0;
  }

  void write(DataOutput out) throws IOException {
    excess.write(out);
    hours.write(out);
    out.writeDouble(expected);
    out.writeDouble(seen);
  }

  static Dispersion read(DataInput in) throws IOException {
    Dispersion read = new Dispersion();
    read.excess = Decaying.read(in);
    read.hours = Decaying.read(in);
    read.expected = in.readDouble();
    read.seen = in.readDouble();
    return read;
  }
}
