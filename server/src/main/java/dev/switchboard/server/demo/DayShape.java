package dev.switchboard.server.demo;

import java.time.Duration;

/**
 * How the day goes, in scripted time: an ordinary morning, the storm's onset (a straight ramp), its
 * height, then a decay that halves every {@code halfLife}. Then it is as in the morning.
 */
public record DayShape(Duration morning, Duration onset, Duration height, Duration halfLife) {
  /** To watch: the storm begins after 20 s and stays for 35 s: a bad day that one can grasp. */
  public static final DayShape TO_WATCH =
      new DayShape(
          Duration.ofSeconds(20),
          Duration.ofSeconds(10),
          Duration.ofSeconds(35),
          Duration.ofSeconds(15));

  public DayShape {
    if (morning.isNegative()
        || onset.isNegative()
        || height.isNegative()
        || !halfLife.isPositive()) {
      throw new IllegalArgumentException(
          "morning, onset and height must not be negative, halfLife must be positive");
    }
  }

  /** A day of which {@code length} shows a third morning, a sixth onset, and then the height. */
  public static DayShape within(Duration length) {
    return new DayShape(
        length.dividedBy(3), length.dividedBy(6), length.dividedBy(2), length.dividedBy(2));
  }

  /** How much storm there is: 0 in the morning, 1 at the height. */
  double stormAt(Duration at) {
    double second = seconds(at) - seconds(morning);
    if (second < 0) {
      return 0;
    }
    if (second < seconds(onset)) {
      return second / seconds(onset);
    }
    double after = second - seconds(onset) - seconds(height);
    return after <= 0 ? 1 : StrictMath.pow(0.5, after / seconds(halfLife));
  }

  static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
