package dev.switchboard.server.watching;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Who has which case on screen, and who types there. In memory only: it is worth nothing a minute
 * later, and must leave no trace of how people work. A page says what it shows when that changes;
 * its stream says that it is still there. Any thread.
 */
public final class Watching {
  /** A page of which nothing was heard for this long is gone. */
  static final Duration LOOKS_FOR = Duration.ofSeconds(30);

  /** Pages say at most every three seconds that somebody types. */
  static final Duration TYPES_FOR = Duration.ofSeconds(6);

  static final int MAX_PAGES = 20_000;
  private static final int MAX_SHOWN = 12;

  private final LongSupplier nanos;
  private final Map<Page, Look> looks = new HashMap<>();
  private final Map<Long, Map<Page, Look>> byCase = new HashMap<>();
  private final Set<Long> changed = new HashSet<>();

  /**
   * @param nanos a clock that only goes forward, in nanoseconds
   */
  public Watching(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /**
   * One page of one person.
   *
   * @param id chosen by the page; it counts only together with the name
   */
  public record Page(String person, String id) {}

  /**
   * @param typing until when somebody types, or null
   */
  private record Look(long caseId, long until, @Nullable Long typing) {
    boolean isTyping(long now) {
      return typing != null && now - typing < 0;
    }
  }

  /**
   * A page shows a case now.
   *
   * @param caseId 0 if it shows none, or nobody looks at it
   * @param typing whether somebody types there at this moment
   */
  public synchronized void look(Page page, long caseId, boolean typing) {
    Look before = looks.get(page);
    long old = before == null ? 0 : before.caseId();
    if (caseId == 0) {
      remove(page);
    } else if (before != null || looks.size() < MAX_PAGES) {
      long now = nanos.getAsLong();
      Long typed = null;
      if (typing) {
        typed = now + TYPES_FOR.toNanos();
      } else if (before != null && old == caseId) {
        typed = before.typing();
      }
      List<Watcher> seen = of(caseId);
      if (old != caseId) {
        remove(page);
      }
      put(page, new Look(caseId, now + LOOKS_FOR.toNanos(), typed));
      if (!seen.equals(of(caseId))) {
        changed(caseId);
      }
    }
  }

  /** The stream of a page is open still. */
  public synchronized void stay(Page page) {
    Look look = looks.get(page);
    if (look != null) {
      long until = nanos.getAsLong() + LOOKS_FOR.toNanos();
      put(page, new Look(look.caseId(), until, look.typing()));
    }
  }

  /** The page is gone. */
  public synchronized void leave(Page page) {
    remove(page);
  }

  /** Who watches a case, by name; at most {@value #MAX_SHOWN}. */
  public synchronized List<Watcher> of(long caseId) {
    Map<Page, Look> pages = byCase.get(caseId);
    if (pages == null) {
      return List.of();
    }
    long now = nanos.getAsLong();
    TreeMap<String, Boolean> people = new TreeMap<>();
    pages.forEach(
        (page, look) -> people.merge(page.person(), look.isTyping(now), Boolean::logicalOr));
    List<Watcher> watchers = new ArrayList<>();
    people.forEach((name, typing) -> watchers.add(new Watcher(name, typing)));
    return watchers.size() > MAX_SHOWN ? List.copyOf(watchers.subList(0, MAX_SHOWN)) : watchers;
  }

  /** Which of these cases somebody watches. */
  public synchronized Set<Long> among(Set<Long> cases) {
    Set<Long> watched = new HashSet<>(cases);
    watched.retainAll(byCase.keySet());
    return watched;
  }

  /**
   * Lets go of whom nothing was heard, and says where something has changed since the last call,
   * whoever made it.
   */
  public synchronized Set<Long> changes() {
    long now = nanos.getAsLong();
    for (Map.Entry<Page, Look> entry : List.copyOf(looks.entrySet())) {
      Look look = entry.getValue();
      if (now - look.until() >= 0) {
        remove(entry.getKey());
      } else if (look.typing() != null && !look.isTyping(now)) {
        put(entry.getKey(), new Look(look.caseId(), look.until(), null));
        changed(look.caseId());
      }
    }
    Set<Long> all = Set.copyOf(changed);
    changed.clear();
    return all;
  }

  private void put(Page page, Look look) {
    looks.put(page, look);
    byCase.computeIfAbsent(look.caseId(), _ -> new LinkedHashMap<>()).put(page, look);
  }

  private void remove(Page page) {
    Look look = looks.remove(page);
    if (look != null) {
      Map<Page, Look> pages = byCase.get(look.caseId());
      if (pages != null && pages.remove(page) != null && pages.isEmpty()) {
        byCase.remove(look.caseId());
      }
      changed(look.caseId());
    }
  }

  /** Without readers nobody asks what has changed: then it need not be known. */
  private void changed(long caseId) {
    if (changed.size() < MAX_PAGES) {
      changed.add(caseId);
    }
  }
}
