package dev.switchboard.engine.incident.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts a candidate into words and numbers. */
final class Telling {
  private static final int MAX_TERMS = 8;
  private static final int MAX_OWN_WORDS = 2;

  private Telling() {}

  static Finding of(
      Candidate candidate,
      List<RecentReports.Recent> reports,
      Streams streams,
      Baseline baseline,
      double falseShare,
      Finding.@Nullable During during) {
    Map<Evidence, Integer> counts = RecentReports.counts(reports);
    return new Finding(
        candidate.stream(),
        Hours.instant(candidate.onsetHour()),
        Hours.instant(candidate.onset().from()),
        Hours.instant(candidate.onset().to()),
        candidate.customers(),
        candidate.expected(),
        candidate.logEvidence(),
        falseShare,
        candidate.since().stream().map(Sighting::post).toList(),
        terms(candidate, counts, reports.size(), streams, baseline),
        groups(counts),
        during);
  }

  private record Scored(String word, double score) {}

  /** By how unlikely their count is at their usual share: count × log of the ratio. */
  private static List<String> terms(
      Candidate candidate,
      Map<Evidence, Integer> counts,
      int reports,
      Streams streams,
      Baseline baseline) {
    List<Scored> scored = new ArrayList<>();
    counts.forEach(
        (evidence, count) -> {
          if (evidence instanceof Evidence.Term(String word) && count > 1) {
            Stream stream = streams.find(evidence);
            double usual =
                stream == null ? 0 : stream.shareOfMonth(candidate.hour(), baseline) * reports;
            scored.add(new Scored(word, count * Math.log((count + 0.5) / (usual + 0.5))));
          }
        });
    return scored.stream()
        .filter(term -> term.score() > 0)
        .sorted(Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::word))
        .limit(MAX_TERMS)
        .map(Scored::word)
        .toList();
  }

  /** Words that most of the reports share and that are seldom heard else: the incident's own. */
  static List<Evidence> ownWords(Finding finding, List<RecentReports.Recent> reports) {
    Map<Evidence, Integer> counts = RecentReports.counts(reports);
    return finding.terms().stream()
        .limit(MAX_OWN_WORDS)
        .<Evidence>map(Evidence.Term::new)
        .filter(word -> counts.getOrDefault(word, 0) * 2 >= reports.size())
        .toList();
  }

  private static List<Long> groups(Map<Evidence, Integer> counts) {
    return counts.entrySet().stream()
        .filter(count -> count.getKey() instanceof Evidence.Group)
        .sorted(Map.Entry.<Evidence, Integer>comparingByValue().reversed())
        .map(count -> count.getKey() instanceof Evidence.Group(long id) ? id : -1L)
        .limit(MAX_TERMS)
        .toList();
  }
}
