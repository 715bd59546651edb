package dev.switchboard.engine.incident;

import dev.switchboard.engine.incident.cause.IncidentEvidence;
import dev.switchboard.engine.incident.cause.Report;
import dev.switchboard.engine.incident.cause.Usual;
import java.time.Duration;
import java.time.Instant;
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

  static final int MAX_BEFORE = 100;

  /** So many customers say enough of what it is and when it began. */
  static final int MAX_SINCE = 150;

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
    Set<String> authors = new HashSet<>();
    List<KeptReport> first =
        Stream.concat(file.before.stream(), all.stream().flatMap(each -> each.reports.withTexts()))
            .sorted(
                Comparator.comparing((KeptReport report) -> report.at)
                    .thenComparing(report -> report.post))
            .filter(report -> authors.add(report.author()))
            .limit(file.before.size() + MAX_SINCE)
            .toList();
    Instant from = from(file);
    Instant until = until(from, first.size() == file.before.size() + MAX_SINCE, first, now);
    List<Report> reports = first.stream().map(KeptReport::asEvidence).toList();
    return new IncidentEvidence(from, until, reports, file.usual);
  }

  /** Whether an incident that has just grown by so many had told all that is asked before. */
  static boolean wasEnough(IncidentFile file, int added) {
    return file.reports.remembered() - added >= MAX_SINCE;
  }

  /** Where earlier reports were left out, their time is, too. */
  private static Instant from(IncidentFile file) {
    Instant from = since(file);
    Instant first = file.before.size() < MAX_BEFORE ? from : file.before.getFirst().at;
    return first.isAfter(from) ? first : from;
  }

  private static Instant until(Instant from, boolean cut, List<KeptReport> reports, Instant now) {
    Instant last = from.plus(IncidentEvidence.MAX_WINDOW);
    Instant end = cut ? reports.getLast().at.plusMillis(1) : now;
    Instant until = end.isBefore(last) ? end : last;
    return until.isAfter(from) ? until : from.plusSeconds(1);
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
