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
 * Rinaldo 2023), so that the onset need not be known. Most of it goes on about 16 an hour, what
 * some ten customers within half an hour come to; any split is fair.
 */
final class Bets {
  /** Added rates: 1, 2, 4 ... customers an hour; the last ones are for thousands of reports. */
  static final int COUNT = 17;

  /** The share of the money on the common ones, up to 256 customers an hour. */
  private static final double ON_COMMON = 0.95;

  /** How that is split: a bell over doublings, with a floor for what is slow or vast. */
  private static final double[] COMMON = {
    0.017, 0.020, 0.063, 0.222, 0.356, 0.222, 0.063, 0.020, 0.017
  };

  /** Old stakes are given up slowly, which bounds what stands from one week to the next. */
  static final double FORGET_HOURS = 12;

  private static final double[] ADDED = new double[COUNT];
  private static final double[] WEIGHT = new double[COUNT];

  static {
    for (int bet = 0; bet < COUNT; bet++) {
      ADDED[bet] = added(bet);
      WEIGHT[bet] = weight(bet);
    }
  }

  private final double[] stakes;
  private final int from;

  /** Bets without stakes. */
  Bets() {
    this(new double[COUNT], 0);
  }

  /** Bets whose stakes stand among other numbers. */
  Bets(double[] numbers, int from) {
    this.stakes = numbers;
    this.from = from;
  }

  /** Customers an hour that a bet says are added. */
  static double added(int bet) {
    return 1 << bet;
  }

  /** The share of the money on a bet if the clock goes by reports; all sum to 1. */
  static double even(int bet) {
    return bet < COMMON.length
        ? ON_COMMON / COMMON.length
        : (1 - ON_COMMON) / (COUNT - COMMON.length);
  }

  /** The share of the money on a bet; all sum to 1. */
  static double weight(int bet) {
    return bet < COMMON.length
        ? ON_COMMON * COMMON[bet]
        : (1 - ON_COMMON) / (COUNT - COMMON.length);
  }

  /** What is left of each stake after hours in which nobody came. */
  static double[] kept(Fading fading) {
    double[] kept = new double[COUNT];
    double quiet = fading.ofQuiet();
    for (int bet = 0; bet < COUNT; bet++) {
      kept[bet] = fading.ofStakes() * quiet;
      quiet *= quiet;
    }
    return kept;
  }

  /** Hours went by, and nobody came. */
  void pass(Fading fading) {
    pass(kept(fading));
  }

  /** The same for many bets by one clock: {@link #kept} is reckoned once. */
  void pass(double[] kept) {
    for (int bet = 0; bet < COUNT; bet++) {
      stakes[from + bet] *= kept[bet];
    }
  }

  /** Somebody came, at a moment when this many an hour were expected: what all stakes are worth. */
  double play(double expectedPerHour) {
    double hours = 1 / expectedPerHour;
    for (int bet = 0; bet < COUNT; bet++) {
      stakes[from + bet] *= 1 + ADDED[bet] * hours;
    }
    double sum = 0;
    for (int bet = 0; bet < COUNT; bet++) {
      sum += stakes[from + bet];
    }
    return sum;
  }

  /** Puts money in; after {@link #play}, never before what it is meant to win on. */
  void stake(double money) {
    for (int bet = 0; bet < COUNT; bet++) {
      stakes[from + bet] += money * WEIGHT[bet];
    }
  }

  /** The same in a storm, where an added rate is a share that may be any. */
  void stakeInStorm(double money) {
    for (int bet = 0; bet < COUNT; bet++) {
      stakes[from + bet] += money * even(bet);
    }
  }

  /** All stakes are taken off: the stream was decided on. */
  void clear() {
    Arrays.fill(stakes, from, from + COUNT, 0);
  }

  void write(DataOutput out) throws IOException {
    for (int bet = 0; bet < COUNT; bet++) {
      out.writeDouble(stakes[from + bet]);
    }
  }

  static Bets read(DataInput in) throws IOException {
    Bets read = new Bets();
    for (int bet = 0; bet < COUNT; bet++) {
      read.stakes[bet] = in.readDouble();
    }
    return read;
  }
}
