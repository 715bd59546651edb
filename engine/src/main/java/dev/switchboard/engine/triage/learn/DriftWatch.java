package dev.switchboard.engine.triage.learn;

import java.nio.ByteBuffer;

/**
 * Watches how surprised the model is by what agents do: the log loss before learning from an
 * action, by a one-sided Page-Hinkley test (Page, Biometrika 1954). After an alarm it starts anew.
 */
final class DriftWatch {
  static final int SNAPSHOT_BYTES = 32;

  /** Fewer actions say nothing about what is usual. */
  private static final int MIN_ACTIONS = 100;

  private static final double SLACK = 0.1;
  private static final double ALARM = 25;
  private static final double FADING = 0.95;

  private long count;
  private double mean;
  private double excess;
  private double latest;

  /** Whether this loss raises the alarm; {@link #mean} and {@link #latest} then say why. */
  boolean alarms(double loss) {
    count++;
    mean += (loss - mean) / count;
    latest = count == 1 ? loss : latest * FADING + loss * (1 - FADING);
    excess = Math.max(0, excess + loss - mean - SLACK);
    return count > MIN_ACTIONS && excess > ALARM;
  }

  double mean() {
    return mean;
  }

  double latest() {
    return latest;
  }

  void startAnew() {
    count = 0;
    mean = 0;
    excess = 0;
    latest = 0;
  }

  void write(ByteBuffer out) {
    out.putLong(count).putDouble(mean).putDouble(excess).putDouble(latest);
  }

  static DriftWatch read(ByteBuffer in) {
    DriftWatch watch = new DriftWatch();
    watch.count = in.getLong();
    watch.mean = in.getDouble();
    watch.excess = in.getDouble();
    watch.latest = in.getDouble();
    return watch;
  }
}
