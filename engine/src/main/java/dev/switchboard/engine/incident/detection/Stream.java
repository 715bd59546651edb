package dev.switchboard.engine.incident.detection;

import java.util.List;

/**
 * What is known of one stream: its share of the brand's reports, its bets, its last reports. A view
 * of a row of {@link StreamRows}; it holds until rows are removed.
 */
final class Stream {
  private static final double LOCAL_HOURS = Baseline.LOCAL_HOURS;

  /** Copies and chatter count for some hours. */
  private static final double NOISE_HOURS = 6;

  // What each of a row's numbers is; the bets' stakes come last.
  private static final int LAST_HOUR = 0;
  private static final int LAST_READING = 1;
  private static final int MONTH = 2;
  private static final int DAY = 3;
  private static final int LOCAL = 4;
  private static final int LOCAL_EXPECTED = 5;
  private static final int QUICK = 6;
  private static final int QUICK_EXPECTED = 7;
  private static final int TOTAL = 8;
  private static final int STAKES = 9;

  /** How many numbers a row has. */
  static final int COLUMNS = STAKES + Bets.COUNT;

  private final StreamRows rows;
  private final int row;
  private final double[] of;
  private final int at;

  Stream(StreamRows rows, int row) {
    this.rows = rows;
    this.row = row;
    this.of = rows.numbers();
    this.at = row * COLUMNS;
  }

  private Bets bets() {
    return new Bets(of, at + STAKES);
  }

  /**
   * Moves on to the hour of a report that is about to be counted; how much has faded since.
   *
   * @param clock of the bets: {@link Storm#hours} or the hour itself, but always the same
   */
  Fading pass(double now, double clock) {
    Fading fading =
        isNew() ? Fading.NONE : Fading.after(now - lastHour(), clock - of[at + LAST_READING]);
    of[at + MONTH] *= fading.ofMonth();
    of[at + DAY] *= fading.ofDay();
    of[at + LOCAL] *= fading.ofHours();
    of[at + LOCAL_EXPECTED] *= fading.ofHours();
    of[at + QUICK] *= fading.ofLag();
    of[at + QUICK_EXPECTED] *= fading.ofLag();
    bets().pass(fading);
    of[at + LAST_HOUR] = now;
    of[at + LAST_READING] = clock;
    return fading;
  }

  /** Reports an hour of this stream that are expected now, after time has {@link #pass passed}. */
  double expected(Fading passed, Baseline baseline, Habit habit, double growth) {
    double lag = baseline.lag(habit);
    double rate = lag == 0 ? baseline.rate() : baseline.laggedRate();
    double plain = rate * Math.min(1, share(baseline, habit, growth));
    of[at + LOCAL_EXPECTED] += plain * LOCAL_HOURS * (1 - passed.ofHours());
    of[at + QUICK_EXPECTED] += plain * Baseline.LAG_HOURS * (1 - passed.ofLag());
    double seen = Math.max(0, of[at + LOCAL] - lag * of[at + QUICK]);
    double usual = Math.max(0, of[at + LOCAL_EXPECTED] - lag * of[at + QUICK_EXPECTED]);
    return plain * (habit.shape() + seen) / (habit.shape() + usual);
  }

  /** Its usual share of the brand's reports; may be above 1. */
  double share(Baseline baseline, Habit habit, double growth) {
    if (!isYoung()) {
      double lag = baseline.lag(habit);
      double late = lag * of[at + QUICK];
      double lateOfAll = lag * baseline.ofLag();
      double ofMonth = shareBefore(late, lateOfAll, of[at + MONTH], baseline.ofMonth());
      double ofDay = shareBefore(late, lateOfAll, of[at + DAY], baseline.ofDay());
      return habit.margin() * Math.max(habit.dayWeight() * ofDay, ofMonth);
    }
    double ofMonth = Growth.share(of[at + MONTH], baseline.ofMonth());
    double ofDay = Growth.share(of[at + DAY], baseline.ofDay());
    double ofHours = Growth.share(of[at + LOCAL], baseline.ofHours());
    return Math.max(growth * Math.max(ofDay, ofMonth), habit.recentWeight() * ofHours);
  }

  /** A share of what came before the last half hour or so. */
  private static double shareBefore(double late, double lateOfAll, double seen, double ofAll) {
    return Growth.share(Math.max(0, seen - late), Math.max(0, ofAll - lateOfAll));
  }

  /** The share that it may have while there is a storm. */
  double shareInStorm(double usual, Storm storm) {
    return rows.inStorm(row).expected(storm, usual);
  }

  /**
   * Counts a report: what the bets are worth now.
   *
   * @param expected an hour of the clock by which bets go
   * @param expectedPerHour the same of an hour of time
   */
  double see(long post, double expected, double expectedPerHour) {
    double worth = bets().play(expected);
    rows.see(row, new Sighting(lastHour(), post, expectedPerHour));
    of[at + MONTH]++;
    of[at + DAY]++;
    of[at + LOCAL]++;
    of[at + QUICK]++;
    of[at + TOTAL]++;
    return worth;
  }

  void stake(double money, boolean inStorm) {
    if (inStorm) {
      bets().stakeInStorm(money);
    } else {
      bets().stake(money);
    }
  }

  void countInStorm() {
    rows.inStorm(row).count();
  }

  void clearBets() {
    bets().clear();
  }

  /** Copies of its reports came, or chatter about the same. */
  void noise(double now, int posts) {
    rows.noise(row).add(Math.max(now, lastHour()), NOISE_HOURS, posts);
  }

  double noiseOfLate(double now) {
    Decaying noise = rows.findNoise(row);
    return noise == null ? 0 : noise.at(now, NOISE_HOURS);
  }

  /** Distinct customers within the hours for which noise counts, at most as many as are kept. */
  int customersOfLate(double now) {
    return rows.sightings(row, now - NOISE_HOURS).size();
  }

  /** The last reports, oldest first. */
  List<Sighting> sightings() {
    return rows.sightings(row, lastHour() - SightingLog.KEPT_HOURS);
  }

  boolean isYoung() {
    return of[at + TOTAL] < Growth.YOUNG_REPORTS;
  }

  /** Whether the next report is the last that it joins as a young stream. */
  boolean isLastOfYouth() {
    return of[at + TOTAL] == Growth.YOUNG_REPORTS - 1;
  }

  boolean isNew() {
    return of[at + TOTAL] == 0;
  }

  /** Reports of about the day up to its last one. */
  double ofDay() {
    return of[at + DAY];
  }

  /** Its share of the brand's reports of the month. */
  double shareOfMonth(double now, Baseline baseline) {
    double left = of[at + MONTH] * Fading.after(now - lastHour()).ofMonth();
    return left / (baseline.ofMonth() + Growth.STRENGTH);
  }

  double lastHour() {
    return of[at + LAST_HOUR];
  }
}
