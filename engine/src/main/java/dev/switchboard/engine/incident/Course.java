package dev.switchboard.engine.incident;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How many reports came when: steps of five minutes, twice as long whenever they become many. */
final class Course {
  private static final long FIRST_STEP_SECONDS = 300;

  private long startSecond;
  private long stepSeconds = FIRST_STEP_SECONDS;
  private final int[] counts = new int[Incident.MAX_STEPS];

  Course(Instant start) {
    this.startSecond = Math.floorDiv(start.getEpochSecond(), stepSeconds) * stepSeconds;
  }

  /** Counts a report; one from before the start is left out. */
  void add(Instant at) {
    add(at.getEpochSecond(), 1);
  }

  private void add(long second, int count) {
    if (second < startSecond) {
      return;
    }
    reach(second);
    counts[index(second)] += count;
  }

  /** One course of two. */
  Course and(Course other) {
    Course both = new Course(Instant.ofEpochSecond(Math.min(startSecond, other.startSecond)));
    both.stepSeconds = Math.max(stepSeconds, other.stepSeconds);
    for (Course part : List.of(this, other)) {
      for (int i = 0; i < part.counts.length; i++) {
        if (part.counts[i] > 0) {
          both.add(part.startSecond + i * part.stepSeconds, part.counts[i]);
        }
      }
    }
    return both;
  }

  Duration step() {
    return Duration.ofSeconds(stepSeconds);
  }

  /** The steps until a moment; call it on a copy if time may not have come so far. */
  List<CourseStep> until(Instant end, double expectedPerHour) {
    long last = Math.max(startSecond, end.getEpochSecond());
    reach(last);
    List<CourseStep> steps = new ArrayList<>();
    double expected = expectedPerHour * stepSeconds / 3_600;
    for (int i = 0; i <= index(last); i++) {
      Instant from = Instant.ofEpochSecond(startSecond + i * stepSeconds);
      steps.add(new CourseStep(from, counts[i], expected));
    }
    return steps;
  }

  Course copy() {
    Course copy = new Course(Instant.ofEpochSecond(startSecond));
    copy.startSecond = startSecond;
    copy.stepSeconds = stepSeconds;
    System.arraycopy(counts, 0, copy.counts, 0, counts.length);
    return copy;
  }

  private int index(long second) {
    return Math.toIntExact((second - startSecond) / stepSeconds);
  }

  private void reach(long second) {
    while ((second - startSecond) / stepSeconds >= counts.length) {
      for (int i = 0; i < counts.length; i++) {
        counts[i] = 2 * i < counts.length ? counts[2 * i] + counts[2 * i + 1] : 0;
      }
      stepSeconds *= 2;
    }
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(startSecond);
    out.writeLong(stepSeconds);
    for (int count : counts) {
      out.writeInt(count);
    }
  }

  static Course read(DataInput in) throws IOException {
    Course read = new Course(Instant.EPOCH);
    read.startSecond = in.readLong();
    read.stepSeconds = in.readLong();
    for (int i = 0; i < read.counts.length; i++) {
      read.counts[i] = in.readInt();
    }
    return read;
  }
}
