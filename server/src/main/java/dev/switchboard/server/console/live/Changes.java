package dev.switchboard.server.console.live;

import dev.switchboard.store.log.LoggedEvent;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which cases some events changed, and which list each is now on as far as the events say: a
 * state's word, or empty if they don't.
 *
 * @param more how many further cases changed that are not named
 * @param posts posts of which people said something, or that their authors changed
 * @param received how many posts came that are on no case
 * @param learned whether triage decides otherwise than before
 * @param incidents incidents that something became of
 */
record Changes(
    Map<Long, String> cases,
    int more,
    Set<Long> posts,
    int received,
    boolean learned,
    Set<Long> incidents) {
  static final int MAX_CASES = 300;
  static final int MAX_POSTS = 300;
  static final int MAX_INCIDENTS = 300;
  static final Changes NONE = new Changes(Map.of(), 0, Set.of(), 0, false, Set.of());
  private static final String RECEIVED = "post.received";
  private static final String TRIAGE = "triage.";
  private static final Set<String> HISTORY = Set.of("\"history\":true", "\"history\": true");

  /** The changes of one brand, or of all. */
  static Changes of(List<LoggedEvent> events, @Nullable String brand) {
    Map<Long, String> cases = new LinkedHashMap<>();
    Set<Long> posts = new LinkedHashSet<>();
    Set<Long> incidents = new LinkedHashSet<>();
    int more = 0;
    int received = 0;
    boolean learned = false;
    for (LoggedEvent event : events) {
      if (brand != null && !brand.equals(event.brand())) {
        continue;
      }
      Long id = event.caseId();
      if (event.incidentId() != null && incidents.size() < MAX_INCIDENTS) {
        incidents.add(event.incidentId());
      }
      learned |= event.type().startsWith(TRIAGE);
      if (event.type().equals(RECEIVED)) {
        received += id == null ? 1 : 0;
      } else if (event.postId() != null && posts.size() < MAX_POSTS) {
        posts.add(event.postId());
      }
      if (id != null && (cases.containsKey(id) || cases.size() < MAX_CASES)) {
        cases.merge(id, state(event), (before, now) -> now.isEmpty() ? before : now);
      } else if (id != null) {
        more++;
      }
    }
    return new Changes(cases, more, posts, received, learned, incidents);
  }

  /**
   * What an event says about the state; names of types are a contract, unknown ones say nothing.
   */
  private static String state(LoggedEvent event) {
    return switch (event.type()) {
      case "case.opened" -> isHistory(event) ? "" : "waiting";
      case "case.askedAgain", "case.reopened", "case.released", "case.claimExpired" -> "waiting";
      case "case.claimed" -> "claimed";
      case "reply.queued" -> "pending";
      case "case.answered" -> "answered";
      case "case.closed" -> "closed";
      default -> "";
    };
  }

  private static boolean isHistory(LoggedEvent event) {
    return HISTORY.stream().anyMatch(event.dataJson()::contains);
  }

  boolean isEmpty() {
    return cases.isEmpty()
        && more == 0
        && posts.isEmpty()
        && received == 0
        && !learned
        && incidents.isEmpty();
  }
}
