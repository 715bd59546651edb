package dev.switchboard.engine.incident.detection.evaluate;

import dev.switchboard.engine.triage.TriageDecision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The dumb rule: so many reports in half an hour of which triage says the same; then six hours'
 * rest.
 */
final class CountWatch implements Watch {
  private static final Duration WINDOW = Duration.ofMinutes(30);
  private static final Duration REST = Duration.ofHours(6);

  private final int reports;
  private final Map<String, ArrayDeque<Said>> windows = new HashMap<>();
  private final Map<String, Instant> restUntil = new HashMap<>();

  CountWatch(int reports) {
    this.reports = reports;
  }

  @Override
  public List<List<Long>> alarms(Said post) {
    TriageDecision said = Desk.triage(post.text());
    if (!Desk.isReport(said)) {
      return List.of();
    }
    String intent = said.intent() == null ? "" : said.intent();
    ArrayDeque<Said> window = windows.computeIfAbsent(intent, _ -> new ArrayDeque<>());
    window.add(post);
    while (window.getFirst().at().isBefore(post.at().minus(WINDOW))) {
      window.removeFirst();
    }
    boolean rests = post.at().isBefore(restUntil.getOrDefault(intent, Instant.MIN));
    if (rests || window.size() < reports) {
      return List.of();
    }
    restUntil.put(intent, post.at().plus(REST));
    return List.of(window.stream().map(Said::id).toList());
  }

  @Override
  public Watch copy() {
    CountWatch copy = new CountWatch(reports);
    windows.forEach((intent, window) -> copy.windows.put(intent, new ArrayDeque<>(window)));
    copy.restUntil.putAll(restUntil);
    return copy;
  }
}
