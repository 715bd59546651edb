package dev.switchboard.engine.incident;

import dev.switchboard.engine.incident.cause.Usual;
import dev.switchboard.engine.incident.cause.Words;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The words that stand out in an incident's reports, as customers write them: by how unlikely their
 * count is at their usual share, count × log of the ratio.
 */
final class TellingTerms {
  private static final int MAX_TERMS = 8;
  private static final int MAX_TEXTS = 200;
  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}\\p{N}'’]+");

  private record Scored(String stem, double score) {}

  private TellingTerms() {}

  static List<String> of(IncidentReports reports, Usual usual) {
    List<KeptReport> read = reports.withTexts().limit(MAX_TEXTS).toList();
    Map<String, Integer> counts = new TreeMap<>();
    for (KeptReport report : read) {
      report.words().forEach(stem -> counts.merge(stem, 1, Integer::sum));
    }
    int least = read.size() > 2 ? 2 : 1;
    List<String> stems =
        counts.entrySet().stream()
            .filter(stem -> stem.getValue() >= least)
            .map(stem -> scored(stem, read.size(), usual))
            .filter(stem -> stem.score() > 0)
            .sorted(Comparator.comparingDouble(Scored::score).reversed())
            .limit(MAX_TERMS)
            .map(Scored::stem)
            .toList();
    return asWritten(stems, read);
  }

  private static Scored scored(Map.Entry<String, Integer> stem, int reports, Usual usual) {
    int count = stem.getValue();
    double share = (usual.words().getOrDefault(stem.getKey(), 0) + 0.1) / (usual.reports() + 20);
    double expected = share * reports;
    return new Scored(stem.getKey(), count * Math.log((count + 0.5) / (expected + 0.5)));
  }

  /** For each stem the form that most reports have. */
  private static List<String> asWritten(List<String> stems, List<KeptReport> reports) {
    Map<String, Set<String>> known = new HashMap<>();
    Map<String, Map<String, Integer>> forms = new HashMap<>();
    stems.forEach(stem -> forms.put(stem, new TreeMap<>()));
    for (KeptReport report : reports) {
      WORD.matcher(report.text.toLowerCase(Locale.ROOT))
          .results()
          .map(MatchResult::group)
          .distinct()
          .forEach(
              word ->
                  known
                      .computeIfAbsent(word, Words::of)
                      .forEach(
                          stem -> {
                            Map<String, Integer> of = forms.get(stem);
                            if (of != null) {
                              of.merge(word, 1, Integer::sum);
                            }
                          }));
    }
    return stems.stream().map(stem -> mostWritten(stem, forms)).toList();
  }

  private static String mostWritten(String stem, Map<String, Map<String, Integer>> forms) {
    return forms.getOrDefault(stem, Map.of()).entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .orElse(stem);
  }
}
