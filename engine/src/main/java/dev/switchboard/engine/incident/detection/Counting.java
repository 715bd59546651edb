package dev.switchboard.engine.incident.detection;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a detector knows of its brand's usual reports. Counts each report in its streams and themes,
 * and says what their bets are worth then; what comes of it, the {@link Detector} decides. Clocks
 * are in hours and never go back.
 */
final class Counting {
  /** A stream with so much of the brand's reports holds many things. */
  private static final double BROAD_SHARE = 0.08;

  /** Under this an author is counted once in all themes. */
  private static final long ANY_THEME = Headings.of(new Evidence.Theme(-1));

  final Streams streams;
  Baseline baseline = new Baseline();
  Themes themes = new Themes();
  SeenAuthors seen = new SeenAuthors();
  Storm storm = new Storm();
  private final Map<EvidenceKind, Purse> purses = new EnumMap<>(EvidenceKind.class);

  Counting(DetectionSettings settings) {
    this.streams = new Streams(settings.forgetAfterHours());
    for (EvidenceKind kind : EvidenceKind.values()) {
      purses.put(kind, new Purse(kind.share() * settings.brandShare()));
    }
  }

  /** Before a report of this moment is counted. */
  void pass(double clock) {
    baseline.pass(clock);
    storm.pass(clock);
    streams.sweep(clock);
  }

  /** Plays the themes on a report of somebody who has not reported today; those it joins. */
  List<Evidence> playThemes(GroupedReport report, long author, double clock, Pool pool) {
    int[] words = Themes.words(report.evidence());
    if (words.length == 0 || !seen.isFirst(clock, ANY_THEME, author)) {
      return List.of();
    }
    List<Evidence> joined = new ArrayList<>();
    double rate = storm.isLive() ? storm.perHour(baseline.rate()) : baseline.rate();
    for (Themes.Joined each : themes.play(clock, report.post(), words, rate, storm)) {
      Evidence theme = new Evidence.Theme(each.theme().anchor);
      joined.add(theme);
      pool.add(new Played(theme, each.theme()::sightings, each.worth(), false));
    }
    themes.begin(clock, report.post(), words, rate, storm, purse(EvidenceKind.THEME));
    return joined;
  }

  /** Counts the report in each of its streams. */
  void count(GroupedReport report, long author, double clock, Pool pool) {
    streams.offer(clock, baseline.ofDay());
    long[] hashes = Headings.of(report.evidence());
    for (int i = 0; i < hashes.length; i++) {
      if (seen.isFirst(clock, hashes[i], author)) {
        pool.add(count(report.evidence().get(i), hashes[i], report.post(), clock));
      }
    }
    if (seen.isFirst(clock, Headings.VOLUME, author)) {
      pool.add(count(Evidence.VOLUME, Headings.VOLUME, report.post(), clock));
      baseline.count();
    }
  }

  private Played count(Evidence heading, long hash, long post, double clock) {
    Stream stream = streams.of(heading, hash);
    Growth growth = streams.growth(heading.kind());
    Habit habit = Habit.of(heading.kind());
    boolean whole = heading.kind() == EvidenceKind.VOLUME;
    Fading passed = stream.pass(clock, whole ? clock : storm.hours());
    double expected =
        whole ? baseline.volumeRate() : stream.expected(passed, baseline, habit, growth.factor());
    double ofTime = expected;
    if (storm.isLive() && !whole) {
      double share = stream.shareInStorm(stream.share(baseline, habit, growth.factor()), storm);
      expected = share * storm.perHour(baseline.rate());
      ofTime = share * storm.volumePerHour();
      stream.countInStorm();
    }
    grow(stream, growth);
    double brand = storm.isLive() ? storm.volumePerHour() : baseline.rate();
    boolean broad = !stream.isYoung() && ofTime >= BROAD_SHARE * brand;
    double worth = stream.see(post, expected, ofTime);
    stream.stake(purse(heading.kind()).take(clock), storm.wentByReports() && !whole);
    return new Played(heading, stream::sightings, worth, broad);
  }

  private void grow(Stream stream, Growth growth) {
    if (stream.isNew()) {
      growth.born();
    } else if (stream.isYoung()) {
      growth.joined();
      if (stream.isLastOfYouth()) {
        growth.grewUp(stream.ofDay() + 1);
      }
    }
  }

  /** Nothing that was bet is used twice. */
  void clearBets(Evidence stream) {
    if (stream instanceof Evidence.Theme(long anchor)) {
      themes.clearBets(anchor);
    } else {
      streams.of(stream, Headings.of(stream)).clearBets();
    }
  }

  Purse purse(EvidenceKind kind) {
    Purse purse = purses.get(kind);
    if (purse == null) {
      throw new IllegalStateException("no purse of " + kind);
    }
    return purse;
  }
}
