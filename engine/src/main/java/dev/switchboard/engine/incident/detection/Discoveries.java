package dev.switchboard.engine.incident.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How much evidence is enough. With R incidents opened this week, bets that are worth 1 / (level ×
 * (R + 1)) open one more: e-LOND (Xu and Ramdas, "Online multiple testing with e-values", AISTATS
 * 2024), whose bound on the false-discovery rate needs no independence between streams. The stakes
 * are its weights; they sum to at most 1 a week.
 */
final class Discoveries {
  private long week = Long.MIN_VALUE;
  private int here;
  private int elsewhere;

  /**
   * Natural logarithm of evidence over what is needed; 0 or more opens, what is less is not told
   * apart.
   */
  double logEvidence(double worth, double level, double hour) {
    turn(Hours.week(hour));
    double times = worth * level * (here + elsewhere + 1);
    return times < 1 ? Double.NEGATIVE_INFINITY : Math.log(times);
  }

  void found(double hour) {
    turn(Hours.week(hour));
    here++;
  }

  /** What other brands have found in a week; fewer than there are is safe, more is not. */
  void tell(long ofWeek, int count) {
    turn(Math.max(week, ofWeek));
    if (ofWeek == week) {
      elsewhere = Math.max(elsewhere, count);
    }
  }

  int here(double hour) {
    turn(Hours.week(hour));
    return here;
  }

  private void turn(long to) {
    if (to > week) {
      week = to;
      here = 0;
      elsewhere = 0;
    }
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(week);
    out.writeInt(here);
    out.writeInt(elsewhere);
  }

  static Discoveries read(DataInput in) throws IOException {
    Discoveries read = new Discoveries();
    read.week = in.readLong();
    read.here = in.readInt();
    read.elsewhere = in.readInt();
    return read;
  }
}
