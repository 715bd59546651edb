package dev.switchboard.engine.incident.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;

/** What is known of one stream: its share of the brand's reports, its bets, its last reports. */
final class Stream {
  /** Of the last reports, so many are kept for the onset and as evidence. */
  static final int MAX_SIGHTINGS = Finding.MAX_POSTS;

  private static final double SIGHTING_HOURS = 24;

  private static final double LOCAL_HOURS = Baseline.LOCAL_HOURS;

  /** Copies and chatter count for some hours. */
  private static final double NOISE_HOURS = 6;

  private final ArrayDeque<Sighting> sightings = new ArrayDeque<>();
  private Bets bets = new Bets();
  private Decaying day = new Decaying();
  private Decaying month = new Decaying();
  private Decaying local = new Decaying();
  private Decaying localExpected = new Decaying();
  private Decaying noise = new Decaying();
  private double lastHour;
  private double total;
  private StormShare inStorm = new StormShare();

  /** Reports an hour of this stream that are expected now. */
  double expected(double now, Baseline baseline, Habit habit, double growth) {
    double plain = baseline.rate() * Math.min(1, share(now, baseline, habit, growth));
    double passed = lastHour == 0 ? 0 : now - lastHour;
    double mean = plain * LOCAL_HOURS * -Math.expm1(-passed / LOCAL_HOURS);
    localExpected.add(now, LOCAL_HOURS, mean);
    return plain
        * (habit.shape() + local.at(now, LOCAL_HOURS))
        / (habit.shape() + localExpected.at(now, LOCAL_HOURS));
  }

  /** Its usual share of the brand's reports; may be above 1. */
  double share(double now, Baseline baseline, Habit habit, double growth) {
    double ofMonth = Growth.share(month.at(now, Baseline.MONTH_HOURS), baseline.ofMonth());
    double ofDay = Growth.share(day.at(now, Baseline.DAY_HOURS), baseline.ofDay());
    if (!isYoung()) {
      return habit.margin() * Math.max(habit.dayWeight() * ofDay, ofMonth);
    }
    double ofHours = Growth.share(local.at(now, LOCAL_HOURS), baseline.ofHours());
    return Math.max(growth * Math.max(ofDay, ofMonth), habit.recentWeight() * ofHours);
  }

  /** The same of an hour of the storm's clock, while there is a storm. */
  double expectedInStorm(double usual, Storm storm) {
    return inStorm.expected(storm, usual) * Storm.PER_HOUR;
  }

  /**
   * Counts a report: what the bets are worth now.
   *
   * @param expected an hour of the clock
   * @param expectedPerHour the same of an hour of time
   */
  double see(double now, long post, double reading, double expected, double expectedPerHour) {
    double worth = bets.play(now, reading, expected);
    while (!sightings.isEmpty()
        && (sightings.size() == MAX_SIGHTINGS
            || sightings.getFirst().hour() < now - SIGHTING_HOURS)) {
      sightings.removeFirst();
    }
    sightings.add(new Sighting(now, post, expectedPerHour));
    day.add(now, Baseline.DAY_HOURS, 1);
    month.add(now, Baseline.MONTH_HOURS, 1);
    local.add(now, LOCAL_HOURS, 1);
    lastHour = now;
    total++;
    return worth;
  }

  void stake(double now, double reading, double money) {
    bets.stake(now, reading, money);
  }

  void countInStorm() {
    inStorm.count();
  }

  void clearBets() {
    bets.clear();
  }

  /** A copy of one of its reports came, or chatter about the same. */
  void noise(double now) {
    noise.add(Math.max(now, lastHour), NOISE_HOURS, 1);
  }

  double noiseOfLate(double now) {
    return noise.at(now, NOISE_HOURS);
  }

  /** Distinct customers within the hours for which noise counts, at most as many as are kept. */
  int customersOfLate(double now) {
    int count = 0;
    for (Sighting sighting : sightings) {
      count += sighting.hour() >= now - NOISE_HOURS ? 1 : 0;
    }
    return count;
  }

  /** The last reports, oldest first. */
  List<Sighting> sightings() {
    return List.copyOf(sightings);
  }

  boolean isYoung() {
    return total < Growth.YOUNG_REPORTS;
  }

  /** Whether the next report is the last that it joins as a young stream. */
  boolean isLastOfYouth() {
    return total == Growth.YOUNG_REPORTS - 1;
  }

  boolean isNew() {
    return total == 0;
  }

  double ofDay(double now) {
    return day.at(now, Baseline.DAY_HOURS);
  }

  /** Its share of the brand's reports of the month. */
  double shareOfMonth(double now, Baseline baseline) {
    return month.at(now, Baseline.MONTH_HOURS) / (baseline.ofMonth() + Growth.STRENGTH);
  }

  double lastHour() {
    return lastHour;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(sightings.size());
    for (Sighting sighting : sightings) {
      sighting.write(out);
    }
    bets.write(out);
    day.write(out);
    month.write(out);
    local.write(out);
    localExpected.write(out);
    noise.write(out);
    out.writeDouble(lastHour);
    out.writeDouble(total);
    inStorm.write(out);
  }

  static Stream read(DataInput in) throws IOException {
    Stream read = new Stream();
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      read.sightings.add(Sighting.read(in));
    }
    read.bets = Bets.read(in);
    read.day = Decaying.read(in);
    read.month = Decaying.read(in);
    read.local = Decaying.read(in);
    read.localExpected = Decaying.read(in);
    read.noise = Decaying.read(in);
    read.lastHour = in.readDouble();
    read.total = in.readDouble();
    read.inStorm = StormShare.read(in);
    return read;
  }
}
