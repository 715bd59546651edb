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
  private Decaying noise = new Decaying();
  private double month;
  private double day;
  private double local;
  private double localExpected;
  private double quick;
  private double quickExpected;
  private double lastHour;
  private double lastReading;
  private double total;
  private StormShare inStorm = new StormShare();

  /**
   * Moves on to the hour of a report that is about to be counted; how much has faded since.
   *
   * @param clock of the bets: {@link Storm#hours} or the hour itself, but always the same
   */
  Fading pass(double now, double clock) {
    Fading fading = isNew() ? Fading.NONE : Fading.after(now - lastHour, clock - lastReading);
    month *= fading.ofMonth();
    day *= fading.ofDay();
    local *= fading.ofHours();
    localExpected *= fading.ofHours();
    quick *= fading.ofLag();
    quickExpected *= fading.ofLag();
    bets.pass(fading);
    lastHour = now;
    lastReading = clock;
    return fading;
  }

  /** Reports an hour of this stream that are expected now, after time has {@link #pass passed}. */
  double expected(Fading passed, Baseline baseline, Habit habit, double growth) {
    double rate = habit.lag() == 0 ? baseline.rate() : baseline.laggedRate();
    double plain = rate * Math.min(1, share(baseline, habit, growth));
    localExpected += plain * LOCAL_HOURS * (1 - passed.ofHours());
    quickExpected += plain * Baseline.LAG_HOURS * (1 - passed.ofLag());
    double lag = habit.lag();
    double seen = Math.max(0, local - lag * quick);
    double usual = Math.max(0, localExpected - lag * quickExpected);
    return plain * (habit.shape() + seen) / (habit.shape() + usual);
  }

  /** Its usual share of the brand's reports; may be above 1. */
  double share(Baseline baseline, Habit habit, double growth) {
    if (!isYoung()) {
      double late = habit.lag() * quick;
      double lateOfAll = habit.lag() * baseline.ofLag();
      double ofMonth =
          Growth.share(Math.max(0, month - late), Math.max(0, baseline.ofMonth() - lateOfAll));
      double ofDay =
          Growth.share(Math.max(0, day - late), Math.max(0, baseline.ofDay() - lateOfAll));
      return habit.margin() * Math.max(habit.dayWeight() * ofDay, ofMonth);
    }
    double ofMonth = Growth.share(month, baseline.ofMonth());
    double ofDay = Growth.share(day, baseline.ofDay());
    double ofHours = Growth.share(local, baseline.ofHours());
    return Math.max(growth * Math.max(ofDay, ofMonth), habit.recentWeight() * ofHours);
  }

  /** The share that it may have while there is a storm. */
  double shareInStorm(double usual, Storm storm) {
    return inStorm.expected(storm, usual);
  }

  /**
   * Counts a report: what the bets are worth now.
   *
   * @param expected an hour of the clock by which bets go
   * @param expectedPerHour the same of an hour of time
   */
  double see(long post, double expected, double expectedPerHour) {
    double worth = bets.play(expected);
    while (!sightings.isEmpty()
        && (sightings.size() == MAX_SIGHTINGS
            || sightings.getFirst().hour() < lastHour - SIGHTING_HOURS)) {
      sightings.removeFirst();
    }
    sightings.add(new Sighting(lastHour, post, expectedPerHour));
    month++;
    day++;
    local++;
    quick++;
    total++;
    return worth;
  }

  void stake(double money, boolean inStorm) {
    if (inStorm) {
      bets.stakeInStorm(money);
    } else {
      bets.stake(money);
    }
  }

  void countInStorm() {
    inStorm.count();
  }

  void clearBets() {
    bets.clear();
  }

  /** Copies of its reports came, or chatter about the same. */
  void noise(double now, int posts) {
    noise.add(Math.max(now, lastHour), NOISE_HOURS, posts);
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

  /** Reports of about the day up to its last one. */
  double ofDay() {
    return day;
  }

  /** Its share of the brand's reports of the month. */
  double shareOfMonth(double now, Baseline baseline) {
    double left = month * Fading.after(now - lastHour).ofMonth();
    return left / (baseline.ofMonth() + Growth.STRENGTH);
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
    noise.write(out);
    out.writeDouble(month);
    out.writeDouble(day);
    out.writeDouble(local);
    out.writeDouble(localExpected);
    out.writeDouble(quick);
    out.writeDouble(quickExpected);
    out.writeDouble(lastHour);
    out.writeDouble(lastReading);
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
    read.noise = Decaying.read(in);
    read.month = in.readDouble();
    read.day = in.readDouble();
    read.local = in.readDouble();
    read.localExpected = in.readDouble();
    read.quick = in.readDouble();
    read.quickExpected = in.readDouble();
    read.lastHour = in.readDouble();
    read.lastReading = in.readDouble();
    read.total = in.readDouble();
    read.inStorm = StormShare.read(in);
    return read;
  }
}
