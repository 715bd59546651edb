package dev.switchboard.server.demo;

import dev.switchboard.engine.incident.Incident;
import dev.switchboard.engine.incident.cause.LikelyCause;
import dev.switchboard.engine.incident.change.Change;
import dev.switchboard.store.incidents.IncidentQuery;
import dev.switchboard.store.incidents.IncidentReads;
import dev.switchboard.store.incidents.IncidentRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Watches which changes the incidents of a run are blamed on, and after how many reports; says so
 * in words. One thread.
 */
final class Blame {
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);
  private static final int MAX_INCIDENTS = 50;

  private final IncidentReads reads;
  private final String run;
  private final Map<Long, Seen> seen = new LinkedHashMap<>();
  private Instant nextLook = Instant.MIN;
  private Instant since = Instant.MAX;

  /** When a change was first blamed: the change and what was known then. */
  record First(Change change, int reports, double probability) {}

  /**
   * @param first every change that was blamed, by its id, in the order of its first blame
   */
  private record Seen(Map<String, First> first, Incident now) {}

  /**
   * @param run begins the ids of the run's changes
   */
  Blame(IncidentReads reads, String run) {
    this.reads = reads;
    this.run = run;
  }

  /** Looks, unless it has looked a moment ago. Incidents from before the first look don't count. */
  void look(Instant now) {
    if (now.isBefore(nextLook)) {
      return;
    }
    nextLook = now.plus(LOOK_EVERY);
    since = since.isBefore(now) ? since : now;
    lookNow();
  }

  void lookNow() {
    for (IncidentRow row : newest()) {
      Seen before = seen.get(row.id());
      Map<String, First> first =
          before == null ? new LinkedHashMap<>() : new LinkedHashMap<>(before.first());
      row.blamed().ifPresent(cause -> first.putIfAbsent(cause.change().id(), first(row, cause)));
      seen.put(row.id(), new Seen(first, row.incident()));
    }
  }

  private List<IncidentRow> newest() {
    var query = new IncidentQuery(List.of(), Airline.BRAND, null, MAX_INCIDENTS);
    return reads.incidents(query).items().stream()
        .filter(row -> !row.incident().openedAt().isBefore(since))
        .toList();
  }

  private static First first(IncidentRow row, LikelyCause cause) {
    return new First(cause.change(), row.incident().reports(), cause.probability());
  }

  /** What became of it, a sentence each; the incident of the bad deploy first. */
  List<String> sentences() {
    List<String> blamed = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (Seen each : seen.values()) {
      (isOfBadDeploy(each) ? blamed : others).add(sentence(each));
    }
    List<String> all = new ArrayList<>(blamed);
    if (blamed.isEmpty()) {
      all.add("No incident was blamed on the deploy that broke %s.".formatted(ChangeScript.BROKEN));
    }
    all.addAll(others);
    return all;
  }

  private boolean isOfBadDeploy(Seen each) {
    return each.first().values().stream()
        .anyMatch(
            first ->
                first.change().id().startsWith(run)
                    && first.change().service().equals(ChangeScript.BROKEN));
  }

  private static String sentence(Seen each) {
    return BlameWords.sentence(each.now(), List.copyOf(each.first().values()));
  }
}
