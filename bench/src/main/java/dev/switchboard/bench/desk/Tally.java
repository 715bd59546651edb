package dev.switchboard.bench.desk;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** What all agents together have seen. Any thread. */
final class Tally {
  private static final long MAX_MICROS = TimeUnit.MINUTES.toMicros(2);
  private static final int DIGITS = 3;

  /** From the click on "claim" to its answer, also where a colleague was faster. */
  final Histogram claims = new ConcurrentHistogram(MAX_MICROS, DIGITS);

  /** From the click on "claim" to the frame on the agent's own page that tells of it. */
  final Histogram screens = new ConcurrentHistogram(MAX_MICROS, DIGITS);

  final Histogram replies = new ConcurrentHistogram(MAX_MICROS, DIGITS);
  final Histogram drafts = new ConcurrentHistogram(MAX_MICROS, DIGITS);
  final LongAdder claimed = new LongAdder();
  final LongAdder taken = new LongAdder();
  final LongAdder replied = new LongAdder();
  final LongAdder movedOn = new LongAdder();

  /** Claims of which the agent's own page was not told in time. */
  final LongAdder unseen = new LongAdder();

  final LongAdder failed = new LongAdder();

  static void record(Histogram in, long fromNanos, long toNanos) {
    in.recordValue(Math.min(MAX_MICROS, TimeUnit.NANOSECONDS.toMicros(toNanos - fromNanos)));
  }
}
