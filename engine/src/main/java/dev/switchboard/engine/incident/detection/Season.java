package dev.switchboard.engine.incident.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A brand's mean rate of reports, and how it goes with the hour of the day and of the week. Each
 * slot is shrunk towards the next coarser one by some reports' worth of prior, so that it says
 * nothing until there is a history. Old weeks lose weight.
 */
final class Season {
  private static final double MEMORY_HOURS = 6 * Hours.IN_A_WEEK;

  /** The prior of the mean rate: a Gamma of this shape over so many hours. */
  private static final double MEAN_SHAPE = 1;

  private static final double MEAN_HOURS = 0.002;

  /** Reports that a slot's prior is worth. */
  private static final double DAY_PRIOR_REPORTS = 6;

  private static final double WEEK_PRIOR_REPORTS = 12;

  private final double[] dayReports = new double[Hours.IN_A_DAY];
  private final double[] dayHours = new double[Hours.IN_A_DAY];
  private final double[] weekReports = new double[Hours.IN_A_WEEK];
  private final double[] weekHours = new double[Hours.IN_A_WEEK];
  private double reports;
  private double hours;

  /** In the first days each report says at once what is usual: little else does. */
  private static final double FIRST_HOURS = 48;

  /** The hour that is not over: it is no part of what is usual, but of the mean. */
  private double openReports;

  private double openHours;

  /** Reports an hour, at that moment, by the hours that are over. */
  double rate(double hour) {
    return rate(hour, 0, 0);
  }

  /** The same by the hour that is not over too, if nothing comes for so many hours. */
  double rateAtOnce(double hour, double silent) {
    return rate(hour, silent, 1);
  }

  private double rate(double hour, double silent, int open) {
    double mean = (reports + MEAN_SHAPE) / (hours + silent + MEAN_HOURS);
    int slot = Hours.ofWeek(hour);
    int next = (slot + 1) % Hours.IN_A_WEEK;
    double within = hour - Math.floor(hour);
    // Between the middles of two slots the rate goes straight from one to the other.
    int other = within < 0.5 ? (slot + Hours.IN_A_WEEK - 1) % Hours.IN_A_WEEK : next;
    double otherWeight = Math.abs(within - 0.5);
    return (1 - otherWeight) * slotRate(slot, mean, open) + otherWeight * slotRate(other, mean, 0);
  }

  private double slotRate(int slot, double mean, int open) {
    int ofDay = slot % Hours.IN_A_DAY;
    double late = open * openReports;
    double lateHours = open * openHours;
    double day =
        (dayReports[ofDay] + late + DAY_PRIOR_REPORTS)
            / ((dayHours[ofDay] + lateHours) * mean + DAY_PRIOR_REPORTS)
            * mean;
    return (weekReports[slot] + late + WEEK_PRIOR_REPORTS)
        / ((weekHours[slot] + lateHours) * day + WEEK_PRIOR_REPORTS)
        * day;
  }

  /** Whether little is known yet. */
  boolean isYoung() {
    return hours < FIRST_HOURS;
  }

  /** A report was counted. */
  void count(double hour) {
    openReports++;
    reports++;
    if (isYoung()) {
      closeHour(Hours.ofWeek(hour));
    }
  }

  /** Time went by, within one hour of the clock. */
  void pass(double from, double to) {
    double passed = to - from;
    openHours += passed;
    hours += passed;
    if (isYoung() || to == Math.floor(to)) {
      closeHour(Hours.ofWeek(from));
    }
  }

  private void closeHour(int slot) {
    dayReports[slot % Hours.IN_A_DAY] += openReports;
    dayHours[slot % Hours.IN_A_DAY] += openHours;
    weekReports[slot] += openReports;
    weekHours[slot] += openHours;
    openReports = 0;
    openHours = 0;
  }

  /** Once a day: what is old loses weight. */
  void fade(double passedHours) {
    double keep = Math.exp(-passedHours / MEMORY_HOURS);
    for (double[] sums : new double[][] {dayReports, dayHours, weekReports, weekHours}) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] *= keep;
      }
    }
    reports *= keep;
    hours *= keep;
  }

  void write(DataOutput out) throws IOException {
    for (double[] sums : new double[][] {dayReports, dayHours, weekReports, weekHours}) {
      for (double sum : sums) {
        out.writeDouble(sum);
      }
    }
    out.writeDouble(reports);
    out.writeDouble(hours);
    out.writeDouble(openReports);
    out.writeDouble(openHours);
  }

  static Season read(DataInput in) throws IOException {
    Season read = new Season();
    for (double[] sums :
        new double[][] {read.dayReports, read.dayHours, read.weekReports, read.weekHours}) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] = in.readDouble();
      }
    }
    read.reports = in.readDouble();
    read.hours = in.readDouble();
    read.openReports = in.readDouble();
    read.openHours = in.readDouble();
    return read;
  }
}
