package dev.switchboard.engine.incident.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Stakes on "an incident adds so many customers an hour to this stream", against "they come at most
 * at the expected rate". For an added rate d the stake goes down by exp(-d t) while nobody comes,
 * and up by (rate + d) / rate when somebody comes: while the true rate, given all that went before,
 * is at most the expected one, no stake grows in expectation (it is a supermartingale). New money
 * is put in at each report, as in the sum of Shiryaev and Roberts ("E-detectors", Shin, Ramdas and
 * Rinaldo 2023), so that the onset need not be known. Most of it goes on about 16 an hour, what some
 * ten customers within half an hour come to; any split is fair.
 */
final class Bets {
  /** Added rates: 1, 2, 4 ... customers an hour. */
  static final int COUNT = 9;

  /** Old stakes are given up slowly, which bounds what stands from one week to the next. */
  static final double FORGET_HOURS = 12;

  /** How money is split; sums to 1. A bell over doublings, with a floor for what is slow or vast. */
  private static final double[] SPLIT = {
    0.017, 0.020, 0.063, 0.222, 0.356, 0.222, 0.063, 0.020, 0.017
  };

  private final double[] stakes = new double[COUNT];
  private double hour;

  /** Customers an hour that a bet says are added. */
  static double added(int bet) {
    return 1 << bet;
  }

  /** Somebody came, at a moment when this many an hour were expected: what all stakes are worth. */
  double play(double now, double expectedPerHour) {
    double passed = now - hour;
    double keep = Math.exp(-passed / FORGET_HOURS);
    double quiet = Math.exp(-passed);
    double sum = 0;
    for (int bet = 0; bet < COUNT; bet++) {
      stakes[bet] *= keep * quiet * (1 + added(bet) / expectedPerHour);
      sum += stakes[bet];
      quiet *= quiet;
    }
    hour = now;
    return sum;
  }

  /** The part of all money that goes on a bet. */
  static double split(int bet) {
    return SPLIT[bet];
  }

  /** Puts money in; after {@link #play}, never before what it is meant to win on. */
  void stake(double now, double money) {
    for (int bet = 0; bet < COUNT; bet++) {
      stakes[bet] += money * SPLIT[bet];
    }
    hour = now;
  }

  /** All stakes are taken off: the stream was decided on. */
  void clear() {
    Arrays.fill(stakes, 0);
  }

  void write(DataOutput out) throws IOException {
    for (double stake : stakes) {
      out.writeDouble(stake);
    }
    out.writeDouble(hour);
  }

  static Bets read(DataInput in) throws IOException {
    Bets read = new Bets();
    for (int bet = 0; bet < COUNT; bet++) {
      read.stakes[bet] = in.readDouble();
    }
    read.hour = in.readDouble();
    return read;
  }
}
