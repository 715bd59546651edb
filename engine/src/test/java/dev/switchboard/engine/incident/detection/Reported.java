package dev.switchboard.engine.incident.detection;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Reports of a made-up brand, written by hand, and a detector that reads them. */
final class Reported {
  static final Instant MONDAY = Instant.parse("2026-01-05T00:00:00Z");

  final List<IncidentDecision> decisions = new ArrayList<>();
  Detector detector;
  private final DetectionSettings settings;
  private long post;

  Reported(DetectionSettings settings) {
    this.settings = settings;
    this.detector = new Detector("northwind", settings);
  }

  Reported() {
    this(DetectionSettings.DEFAULT);
  }

  static Instant hour(double hours) {
    return MONDAY.plus(Duration.ofMillis(Math.round(hours * 3_600_000)));
  }

  /** Weeks of ordinary reports: six an hour, on thirty groups by chance. */
  Reported quiet(double fromHour, double toHour, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (double at = fromHour; ; ) {
      at -= Math.log(1 - random.nextDouble()) / 6;
      if (at >= toHour) {
        return this;
      }
      report(at, "customer " + random.nextInt(1_000_000), 1 + random.nextInt(30));
    }
  }

  /** Evenly spread reports of one group by different customers. */
  Reported customers(int count, double fromHour, double toHour, long group) {
    for (int i = 0; i < count; i++) {
      double at = fromHour + (toHour - fromHour) * i / count;
      report(at, "group " + group + " customer " + post, group);
    }
    return this;
  }

  Reported report(double hour, String author, long group) {
    return report(hour, author, group, false);
  }

  Reported report(double hour, String author, long group, boolean duplicate) {
    GroupedReport report =
        new GroupedReport(
            "northwind", ++post, author, hour(hour), duplicate, List.of(new Evidence.Group(group)));
    decisions.addAll(detector.on(report, hour(hour)));
    return this;
  }

  Reported advance(double hour) {
    decisions.addAll(detector.advance(hour(hour)));
    return this;
  }

  Reported restart() {
    detector = Detector.restore("northwind", settings, detector.snapshot());
    return this;
  }

  /** What was decided, in a word each, with the incident's number. */
  List<String> words() {
    return decisions.stream()
        .map(
            d ->
                d.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT)
                    + " "
                    + d.incident())
        .toList();
  }
}
