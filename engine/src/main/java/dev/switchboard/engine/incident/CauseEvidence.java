package dev.switchboard.engine.incident;

import dev.switchboard.engine.incident.cause.IncidentEvidence;
import dev.switchboard.engine.incident.cause.Report;
import dev.switchboard.engine.incident.cause.Usual;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the ranking of causes is shown of an incident, and what the days before were like. */
final class CauseEvidence {
  /** Reports of the incident's streams are looked at for so long before its onset. */
  static final Duration BEFORE = Duration.ofHours(6);

  /** Changes are suspects if they began no longer before the onset. */
  static final Duration CHANGES_BEFORE = Duration.ofHours(12);

  static final int MAX_BEFORE = 200;
  private static final int MAX_USUAL_REPORTS = 1_000;
  private static final int MAX_USUAL_WORDS = 2_000;

  private CauseEvidence() {}

  /** How reports were before an incident that has just been opened. */
  static Usual usual(IncidentFile file, RecentReports recent) {
    Map<String, Integer> words = new HashMap<>();
    Map<String, Integer> regions = new TreeMap<>();
    Map<String, Integer> versions = new TreeMap<>();
    int reports = 0;
    for (KeptReport report : recent.latestFirst()) {
      boolean before = report.at.isBefore(file.onset.earliest());
      if (before && !file.reports.holds(report.post) && reports < MAX_USUAL_REPORTS) {
        reports++;
        report.words().forEach(word -> words.merge(word, 1, Integer::sum));
        count(report.sighting.region(), regions);
        count(report.sighting.version(), versions);
      }
    }
    double perMinute = file.tally.expectedPerHour() / 60;
    return new Usual(perMinute, reports, mostFrequent(words), regions, versions);
  }

  /** The reports of an incident's streams shortly before it; oldest first. */
  static List<KeptReport> before(IncidentFile file, List<KeptReport> like) {
    Instant from = since(file);
    List<KeptReport> before =
        like.stream()
            .filter(report -> !file.reports.holds(report.post) && report.at.isAfter(from))
            .toList();
    return List.copyOf(before.subList(Math.max(0, before.size() - MAX_BEFORE), before.size()));
  }

  /** From when on reports came as {@link IncidentFile#usual} says. In a storm that is not long. */
  private static Instant since(IncidentFile file) {
    Instant from = file.onset.earliest().minus(BEFORE);
    return file.during != null && file.during.settled().isAfter(from)
        ? file.during.settled()
        : from;
  }

  /** What is known now of an incident and those merged into it. */
  static IncidentEvidence of(IncidentFile file, List<IncidentFile> all, Instant now) {
    Instant from = since(file);
    Instant last = from.plus(IncidentEvidence.MAX_WINDOW);
    Instant until = now.isBefore(last) ? now : last;
    Set<String> authors = new HashSet<>();
    List<Report> reports = new ArrayList<>();
    Stream.concat(file.before.stream(), all.stream().flatMap(each -> each.reports.withTexts()))
        .sorted(
            Comparator.comparing((KeptReport report) -> report.at)
                .thenComparing(report -> report.post))
        .filter(report -> authors.add(report.author()))
        .forEach(report -> reports.add(report.asEvidence()));
    Instant end = until.isAfter(from) ? until : from.plusSeconds(1);
    return new IncidentEvidence(from, end, reports, file.usual);
  }

  private static void count(@Nullable String value, Map<String, Integer> counts) {
    if (value != null) {
      counts.merge(value, 1, Integer::sum);
    }
  }

  private static Map<String, Integer> mostFrequent(Map<String, Integer> words) {
    Map<String, Integer> kept = new TreeMap<>();
    words.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MAX_USUAL_WORDS)
        .forEach(word -> kept.put(word.getKey(), word.getValue()));
    return kept;
  }
}
