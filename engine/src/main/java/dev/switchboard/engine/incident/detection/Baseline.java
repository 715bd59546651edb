package dev.switchboard.engine.incident.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What a brand's reports lead one to expect: the season, times a multiplier of the last hours that
 * is Gamma distributed, so that counts are negative-binomial; its posterior mean is the predictive
 * rate.
 */
final class Baseline {
  /** Shape of the multiplier's Gamma: how many expected reports its prior is worth. */
  private static final double SHAPE = 5;

  /** Reports of about the last hours. */
  static final double LOCAL_HOURS = 3;

  /** What came in about this time is not yet what is usual: a rise is not compared with itself. */
  static final double LAG_HOURS = 0.5;

  /** Reports of about a day, of which a stream's share is taken. */
  static final double DAY_HOURS = 24;

  /** Reports of about a month. */
  static final double MONTH_HOURS = 28 * 24;

  private Season season = new Season();
  private Dispersion dispersion = new Dispersion();
  private Decaying local = new Decaying();
  private Decaying expected = new Decaying();
  private Decaying quick = new Decaying();
  private Decaying quickExpected = new Decaying();
  private Decaying day = new Decaying();
  private Decaying month = new Decaying();
  // As of the last pass: many streams ask for them at each report.
  private double rateNow;
  private double laggedNow;
  private double ofHoursNow;
  private double ofDayNow;
  private double ofMonthNow;
  private double ofLagNow;
  private double hour = Double.NaN;
  private double faded = Double.NaN;

  /** Moves the clock on; never back. */
  void pass(double to) {
    if (Double.isNaN(hour)) {
      hour = to;
      faded = to;
    }
    // After a long silence only the last month is worth walking through.
    hour = Math.max(hour, to - MONTH_HOURS);
    while (hour < to) {
      double next = Math.min(to, Math.floor(hour) + 1);
      if (next <= hour) {
        next = to;
      }
      double middle = (hour + next) / 2;
      double reports = season.rateAtOnce(middle, next - hour) * (next - hour);
      dispersion.expect(reports * multiplierAtOnce());
      expected.add(next, LOCAL_HOURS, reports);
      quickExpected.add(next, LAG_HOURS, reports);
      if (next == Math.floor(next)) {
        dispersion.endHour(next);
      }
      season.pass(hour, next);
      hour = next;
    }
    if (to - faded >= Hours.IN_A_DAY) {
      season.fade(to - faded);
      faded = to;
    }
    rateNow = season.rateAtOnce(hour, 0) * multiplierAtOnce();
    laggedNow = season.rate(hour) * multiplier();
    ofHoursNow = local.at(hour, LOCAL_HOURS);
    ofDayNow = day.at(hour, DAY_HOURS);
    ofMonthNow = month.at(hour, MONTH_HOURS);
    ofLagNow = quick.at(hour, LAG_HOURS);
  }

  /** Reports an hour that are expected now; call {@link #pass} before. */
  double rate() {
    return rateNow;
  }

  /** The same without what came in the last hour or so. */
  double laggedRate() {
    return laggedNow;
  }

  /**
   * How much of the last half hour is left out of what is usual: in the first days nothing, since
   * little else is known.
   */
  double lag(Habit habit) {
    return season.isYoung() ? 0 : habit.lag();
  }

  /** The most an hour that the brand's whole volume may do without being out of the ordinary. */
  double volumeRate() {
    return rate() * dispersion.margin(hour);
  }

  private double multiplierAtOnce() {
    return (SHAPE + local.at(hour, LOCAL_HOURS)) / (SHAPE + expected.at(hour, LOCAL_HOURS));
  }

  private double multiplier() {
    double seen = local.at(hour, LOCAL_HOURS) - quick.at(hour, LAG_HOURS);
    double usual = expected.at(hour, LOCAL_HOURS) - quickExpected.at(hour, LAG_HOURS);
    return (SHAPE + Math.max(0, seen)) / (SHAPE + Math.max(0, usual));
  }

  double ofHours() {
    return ofHoursNow;
  }

  double ofDay() {
    return ofDayNow;
  }

  double ofMonth() {
    return ofMonthNow;
  }

  double ofLag() {
    return ofLagNow;
  }

  /** Counts a report at the hour to which the clock was moved. */
  void count() {
    season.count(hour);
    dispersion.count();
    local.add(hour, LOCAL_HOURS, 1);
    quick.add(hour, LAG_HOURS, 1);
    day.add(hour, DAY_HOURS, 1);
    month.add(hour, MONTH_HOURS, 1);
  }

  void write(DataOutput out) throws IOException {
    season.write(out);
    dispersion.write(out);
    local.write(out);
    expected.write(out);
    quick.write(out);
    quickExpected.write(out);
    day.write(out);
    month.write(out);
    out.writeDouble(hour);
    out.writeDouble(faded);
  }

  static Baseline read(DataInput in) throws IOException {
    Baseline read = new Baseline();
    read.season = Season.read(in);
    read.dispersion = Dispersion.read(in);
    read.local = Decaying.read(in);
    read.expected = Decaying.read(in);
    read.quick = Decaying.read(in);
    read.quickExpected = Decaying.read(in);
    read.day = Decaying.read(in);
    read.month = Decaying.read(in);
    read.hour = in.readDouble();
    read.faded = in.readDouble();
    return read;
  }
}
