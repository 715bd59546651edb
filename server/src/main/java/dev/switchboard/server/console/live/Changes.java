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
 * @param posts posts that their authors changed and that are on no case
 */
record Changes(Map<Long, String> cases, int more, Set<Long> posts) {
  static final int MAX_CASES = 300;
  static final int MAX_POSTS = 300;
  static final Changes NONE = new Changes(Map.of(), 0, Set.of());
  private static final Set<String> HISTORY = Set.of("\"history\":true", "\"history\": true");

  /** The changes of one brand, or of all. */
  static Changes of(List<LoggedEvent> events, @Nullable String brand) {
    Map<Long, String> cases = new LinkedHashMap<>();
    Set<Long> posts = new LinkedHashSet<>();
    int more = 0;
    for (LoggedEvent event : events) {
      Long id = event.caseId();
      if (brand != null && !brand.equals(event.brand())) {
        continue;
      }
      if (id == null) {
        addChanged(event, posts);
        continue;
      }
      String before = cases.get(id);
      if (before == null && cases.size() >= MAX_CASES) {
        more++;
      } else {
        String now = state(event);
        cases.put(id, now.isEmpty() && before != null ? before : now);
      }
    }
    return new Changes(cases, more, posts);
  }

  private static void addChanged(LoggedEvent event, Set<Long> posts) {
    boolean byAuthor = event.type().equals("post.edited") || event.type().equals("post.deleted");
    if (byAuthor && event.postId() != null && posts.size() < MAX_POSTS) {
      posts.add(event.postId());
    }
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
    return cases.isEmpty() && more == 0 && posts.isEmpty();
  }
}
