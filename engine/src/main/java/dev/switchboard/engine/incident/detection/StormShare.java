package dev.switchboard.engine.incident.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A stream's share of a storm. What is expected now is its share of some time ago, so that a rise
 * is not compared with itself; before that, its usual share when it was first seen in the storm.
 */
final class StormShare {
  /** Reports that the usual share is worth beside what was counted in the storm. */
  private static final double USUAL_REPORTS = 20;

  /** Shares sway: a stream may have so many times what is expected. */
  private static final double MARGIN = 1.5;

  private long storm;
  private double usual;
  private long block;
  private double now;
  private double untilBlock;
  private double untilLastBlock;

  /** The share that it may have; {@code usually} is what is usual as far as is known now. */
  double expected(Storm of, double usually) {
    turn(of, usually);
    double share =
        (untilLastBlock + USUAL_REPORTS * usual) / (of.reportsUntilLastBlock() + USUAL_REPORTS);
    return Math.min(1, MARGIN * Math.max(usual, share));
  }

  /** Counts a report; call {@link #expected} before. */
  void count() {
    now++;
  }

  private void turn(Storm of, double usually) {
    if (storm != of.number()) {
      storm = of.number();
      usual = Math.min(1, usually);
      block = of.block();
      now = 0;
      untilBlock = 0;
      untilLastBlock = 0;
    } else if (block != of.block()) {
      untilLastBlock = of.block() == block + 1 ? untilBlock : now;
      untilBlock = now;
      block = of.block();
    }
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(storm);
    out.writeDouble(usual);
    out.writeLong(block);
    out.writeDouble(now);
    out.writeDouble(untilBlock);
    out.writeDouble(untilLastBlock);
  }

  static StormShare read(DataInput in) throws IOException {
    StormShare read = new StormShare();
    read.storm = in.readLong();
    read.usual = in.readDouble();
    read.block = in.readLong();
    read.now = in.readDouble();
    read.untilBlock = in.readDouble();
    read.untilLastBlock = in.readDouble();
    return read;
  }
}
