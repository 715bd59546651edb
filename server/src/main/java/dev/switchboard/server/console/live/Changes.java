package dev.switchboard.server.console.live;

import dev.switchboard.store.log.LoggedEvent;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which cases some events changed, and which list each is now on as far as the events say: a
 * state's word, or empty if they don't. Claimed cases that pause are {@code paused.customer} or
 * {@code paused.company}, and {@code resumed} when they go on.
 *
 * @param posts posts of which people said something, or that their authors changed
 * @param received how many posts came
 * @param learned whether triage decides otherwise than before
 * @param incidents incidents that something became of
 * @param overflown whether there was more than can be named
 */
record Changes(
    Map<Long, String> cases,
    Set<Long> posts,
    int received,
    boolean learned,
    Set<Long> incidents,
    boolean overflown) {
  static final int MAX_NAMED = 4_000;
  static final Changes NONE = new Changes(Map.of(), Set.of(), 0, false, Set.of(), false);
  private static final String RECEIVED = "post.received";
  private static final String TRIAGE = "triage.";
  private static final Set<String> HISTORY = Set.of("\"history\":true", "\"history\": true");
  private static final Set<String> FOR_CUSTOMER =
      Set.of("\"waitingOn\":\"customer\"", "\"waitingOn\": \"customer\"");

  /** The changes of all brands together. */
  static Changes of(List<LoggedEvent> events) {
    Gathering all = new Gathering();
    events.forEach(all::add);
    return all.changes();
  }

  /** The changes of each brand; what concerns no brand in particular is in none. */
  static Map<String, Changes> byBrand(List<LoggedEvent> events) {
    Map<String, Gathering> gathered = new HashMap<>();
    for (LoggedEvent event : events) {
      if (event.brand() != null) {
        gathered.computeIfAbsent(event.brand(), _ -> new Gathering()).add(event);
      }
    }
    Map<String, Changes> changes = new HashMap<>();
    gathered.forEach((brand, one) -> changes.put(brand, one.changes()));
    return changes;
  }

  private static final class Gathering {
    private final Map<Long, String> cases = new LinkedHashMap<>();
    private final Set<Long> posts = new LinkedHashSet<>();
    private final Set<Long> incidents = new LinkedHashSet<>();
    private int received;
    private boolean learned;
    private boolean overflown;

    void add(LoggedEvent event) {
      learned |= event.type().startsWith(TRIAGE);
      if (event.type().equals(RECEIVED)) {
        received++;
      } else if (event.postId() != null) {
        name(posts, event.postId());
      }
      if (event.incidentId() != null) {
        name(incidents, event.incidentId());
      }
      Long id = isSeen(event) ? event.caseId() : null;
      if (id != null && (cases.size() < MAX_NAMED || cases.containsKey(id))) {
        cases.merge(id, state(event), (before, now) -> now.isEmpty() ? before : now);
      } else if (id != null) {
        overflown = true;
      }
    }

    private void name(Set<Long> ids, long id) {
      if (ids.size() < MAX_NAMED) {
        ids.add(id);
      } else {
        overflown = true;
      }
    }

    Changes changes() {
      return new Changes(cases, posts, received, learned, incidents, overflown);
    }
  }

  /**
   * What an event says about the state; names of types are a contract, unknown ones say nothing.
   */
  private static String state(LoggedEvent event) {
    return switch (event.type()) {
      case "case.opened" -> isHistory(event) ? "" : "waiting";
      case "case.askedAgain", "case.reopened", "case.released", "case.claimExpired" -> "waiting";
      case "case.claimed", "case.takenOver" -> "claimed";
      case "case.paused" -> "paused." + (isForCustomer(event) ? "customer" : "company");
      case "case.resumed" -> "resumed";
      case "reply.queued" -> "pending";
      case "case.answered" -> "answered";
      case "case.closed" -> "closed";
      default -> "";
    };
  }

  /** Steps come after what they follow from; pages show where a case is, and what is due. */
  private static boolean isSeen(LoggedEvent event) {
    return !event.type().startsWith("step.")
        || event.type().equals("step.enabled") && !event.dataJson().contains("\"plain\"");
  }

  private static boolean isForCustomer(LoggedEvent event) {
    return FOR_CUSTOMER.stream().anyMatch(event.dataJson()::contains);
  }

  private static boolean isHistory(LoggedEvent event) {
    return HISTORY.stream().anyMatch(event.dataJson()::contains);
  }

  boolean isEmpty() {
    return cases.isEmpty()
        && posts.isEmpty()
        && received == 0
        && !learned
        && incidents.isEmpty()
        && !overflown;
  }
}
