package dev.switchboard.engine.incident.cause;

import dev.switchboard.engine.incident.change.Change;
import dev.switchboard.engine.incident.change.Service;
import dev.switchboard.engine.incident.change.ServiceMap;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Why a change is suspected, or not, in words. Times are UTC. */
final class CauseReasons {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int MAX_WORDS = 3;
  private static final double MORE_THAN_USUAL = 2;

  private final ServiceMap map;
  private final Usual usual;

  /** Reports since the onset may have begun: those that tell something of it. */
  private final List<Report> reports;

  private final Instant first;

  CauseReasons(IncidentEvidence evidence, ServiceMap map, CauseRanking.Onset onset) {
    this.map = map;
    usual = evidence.usual();
    reports =
        evidence.reports().stream()
            .filter(report -> !report.at().isBefore(onset.earliest()))
            .toList();
    first =
        reports.stream()
            .map(Report::at)
            .filter(at -> !at.isBefore(onset.at()))
            .findFirst()
            .orElse(onset.at());
  }

  /** What speaks for and against a change that may have done it. */
  List<String> of(Change change) {
    List<String> reasons = new ArrayList<>();
    reasons.add(change.type().word() + " of " + change.service() + " " + when(change.startedAt()));
    reasons.add(words(change));
    reasons.add(place("region", change.region(), Report::region));
    reasons.add(place("version", change.version(), Report::version));
    if (CauseRanker.isTest(change.environment())) {
      reasons.add("in " + change.environment() + ", which customers don't see");
    }
    return reasons.stream().filter(reason -> !reason.isEmpty()).toList();
  }

  /** Why a change can't have done it. */
  List<String> ofVetoed(Change change) {
    return late(change, first);
  }

  /** The same where no more is known than when the first reports came. */
  static List<String> late(Change change, Instant first) {
    Instant start = change.startedAt();
    return List.of("started " + CLOCK.format(start) + ", " + when(start, first));
  }

  private String when(Instant start) {
    return when(start, first);
  }

  private static String when(Instant start, Instant first) {
    Duration before = Duration.between(start, first);
    return before.isNegative()
        ? span(before.negated()) + " after the first reports"
        : span(before) + " before the first report";
  }

  private static String span(Duration time) {
    long minutes = Math.round(time.toSeconds() / 60.0);
    if (minutes < 1) {
      return "less than a minute";
    }
    if (minutes < 120) {
      return minutes == 1 ? "1 minute" : minutes + " minutes";
    }
    long hours = Math.round(minutes / 60.0);
    return hours < 48 ? hours + " hours" : Math.round(hours / 24.0) + " days";
  }

  /** The words of the service, or of one that depends on it and has more of them in the reports. */
  private String words(Change change) {
    List<String> most = List.of();
    String whose = "";
    for (Map.Entry<String, Integer> reached : map.reachedFrom(change.service()).entrySet()) {
      List<String> said = striking(words(reached.getKey()));
      if (said.size() > most.size()) {
        most = said;
        whose =
            reached.getKey()
                + (reached.getValue() == 0 ? "" : ", which depends on " + change.service());
      }
    }
    if (!most.isEmpty()) {
      return are(most) + " of " + whose;
    }
    Map<String, String> summary = new LinkedHashMap<>();
    Words.of(change.summary()).stream().sorted().forEach(word -> summary.put(word, word));
    List<String> said = striking(summary);
    return said.isEmpty()
        ? "reports name neither " + change.service() + " nor what depends on it"
        : are(said) + " of its summary";
  }

  /** What a service is called, by the form in which it is compared. */
  private Map<String, String> words(String name) {
    Service service = map.find(name).orElseGet(() -> Service.named(name));
    Map<String, String> shown = new LinkedHashMap<>();
    for (String word : service.words()) {
      Words.of(word).forEach(stem -> shown.putIfAbsent(stem, word));
    }
    Suspects.words(service).stream().sorted().forEach(stem -> shown.putIfAbsent(stem, stem));
    return shown;
  }

  /** The words that stand in more reports than usual, most frequent first. */
  private List<String> striking(Map<String, String> shown) {
    record Said(String word, long reports) {}
    List<Said> said = new ArrayList<>();
    shown.forEach(
        (stem, word) -> {
          long count = reports.stream().filter(report -> report.words().contains(stem)).count();
          double expected =
              usual.words().getOrDefault(stem, 0)
                  * (double) reports.size()
                  / Math.max(1, usual.reports());
          if (count >= 2 && count > MORE_THAN_USUAL * expected) {
            said.add(new Said(word, count));
          }
        });
    said.sort(Comparator.comparingLong(Said::reports).reversed());
    return said.stream().map(Said::word).distinct().limit(MAX_WORDS).toList();
  }

  private static String are(List<String> words) {
    List<String> quoted = words.stream().map(word -> "'" + word + "'").toList();
    return quoted.size() == 1 ? quoted.getFirst() + " is a word" : joined(quoted) + " are words";
  }

  private static String joined(List<String> words) {
    return String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
  }

  private String place(
      String what, @Nullable String own, Function<Report, @Nullable String> field) {
    if (own == null) {
      return "";
    }
    List<String> places = reports.stream().map(field).filter(Objects::nonNull).toList();
    long same = places.stream().filter(place -> isIn(own, place)).count();
    if (places.isEmpty()) {
      return "";
    }
    String counted = same + " of " + places.size() + " reports that name one";
    return 2 * same > places.size()
        ? "same " + what + " " + own + " (" + counted + ")"
        : what + " " + own + " is that of only " + counted;
  }

  private static boolean isIn(String own, String place) {
    String wanted = own.strip().toLowerCase(Locale.ROOT);
    String said = place.strip().toLowerCase(Locale.ROOT);
    return wanted.equals(said) || wanted.startsWith(said + "-") || wanted.startsWith(said + "_");
  }
}
