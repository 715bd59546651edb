package dev.switchboard.server.console.view.incident;

import dev.switchboard.engine.incident.cause.BlastRadius;
import dev.switchboard.engine.incident.cause.BlastRadius.TouchedService;
import dev.switchboard.server.console.view.Words;
import java.util.List;
import java.util.Map;

/** What an incident touches, in words. */
public record Blast(BlastRadius radius) {
  private static final int MAX_NAMED = 5;

  public String seen() {
    return Words.count(radius.customersSeen());
  }

  /** How many more there are at least, or why nobody can tell. */
  public String unseen() {
    return radius.customersUnseenAtLeast() == 0
        ? "too few wrote twice to tell how many stay silent"
        : "and at least %s more who have not written yet"
            .formatted(Words.count(radius.customersUnseenAtLeast()));
  }

  public String reach() {
    return radius.reach() == 0
        ? "the networks don't say"
        : Words.count(radius.reach()) + " followers";
  }

  /** The service that broke first, then what needs it. */
  public List<TouchedService> services() {
    return radius.services();
  }

  public String regions() {
    return named(radius.regions());
  }

  public String products() {
    return named(radius.products());
  }

  public String versions() {
    return named(radius.versions());
  }

  private static String named(Map<String, Integer> customers) {
    if (customers.isEmpty()) {
      return "nobody said";
    }
    String most =
        String.join(
            ", ",
            customers.entrySet().stream()
                .limit(MAX_NAMED)
                .map(entry -> entry.getKey() + " " + Words.count(entry.getValue()))
                .toList());
    int more = customers.size() - MAX_NAMED;
    return more > 0 ? "%s and %d more".formatted(most, more) : most;
  }
}
