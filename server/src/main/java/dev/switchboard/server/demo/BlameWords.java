package dev.switchboard.server.demo;

import dev.switchboard.engine.incident.Incident;
import dev.switchboard.engine.incident.cause.LikelyCause;
import dev.switchboard.engine.incident.change.Change;
import java.util.List;
import java.util.stream.Collectors;

/** Puts into words what an incident was blamed on. */
final class BlameWords {
  private static final int MAX_TERMS = 3;
  private static final double HARDLY = 0.01;

  private BlameWords() {}

  /**
   * One sentence, and one on the changes that were looked at and not blamed.
   *
   * @param first every change that was blamed, in the order of its first blame
   */
  static String sentence(Incident now, List<Blame.First> first) {
    String sofar = "%d reports by %d customers".formatted(now.reports(), now.authors());
    if (first.isEmpty()) {
      return "%s: %s; none of the changes did it, %s likely."
          .formatted(name(now), sofar, percent(now.noneOfThese()));
    }
    String blamed =
        first.stream()
            .map(
                each ->
                    "the %s was blamed after %d reports, %s likely"
                        .formatted(
                            named(each.change()), each.reports(), percent(each.probability())))
            .collect(Collectors.joining(", then "));
    return "%s: %s; by now %s, %s.%s"
        .formatted(name(now), blamed, sofar, verdict(now), innocent(now, first));
  }

  private static String name(Incident now) {
    String terms = now.terms().stream().limit(MAX_TERMS).collect(Collectors.joining(", "));
    String during =
        now.during() == null ? "" : ", in the midst of incident %d".formatted(now.during());
    return "Incident %d (%s)%s".formatted(now.number(), terms, during);
  }

  private static String verdict(Incident now) {
    return now.causes().stream()
        .findFirst()
        .filter(cause -> cause.probability() > now.noneOfThese())
        .map(
            cause ->
                "the %s, %s likely".formatted(named(cause.change()), percent(cause.probability())))
        .orElse("none of the changes, %s likely".formatted(percent(now.noneOfThese())));
  }

  private static String innocent(Incident now, List<Blame.First> blamed) {
    List<String> ids = blamed.stream().map(each -> each.change().id()).toList();
    String others =
        now.causes().stream()
            .filter(cause -> !ids.contains(cause.change().id()))
            .map(BlameWords::innocent)
            .collect(Collectors.joining(", "));
    return others.isEmpty() ? "" : " Looked at and not blamed: %s.".formatted(others);
  }

  private static String innocent(LikelyCause cause) {
    return "the %s (%s)"
        .formatted(
            named(cause.change()), cause.vetoed() ? "too late" : percent(cause.probability()));
  }

  private static String named(Change change) {
    return change.version() == null
        ? "%s of %s".formatted(change.type().word(), change.service())
        : "%s %s of %s".formatted(change.type().word(), change.version(), change.service());
  }

  private static String percent(double probability) {
    if (probability > 1 - HARDLY) {
      return "over 99 %";
    }
    return probability < HARDLY ? "under 1 %" : Math.round(probability * 100) + " %";
  }
}
