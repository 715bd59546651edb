package dev.switchboard.server.console;

import dev.switchboard.server.console.view.Agent;
import dev.switchboard.server.console.view.Scope;
import dev.switchboard.server.console.view.TriageCard;
import dev.switchboard.server.console.view.TriageList;
import dev.switchboard.server.console.view.TriageTab;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Triage's lists: the whole page, the list alone, cards that have changed, the promise. */
@RestController
final class TriagePages {
  private static final int MAX_CARDS = 100;

  private final TriageCards cards;
  private final Shells shells;
  private final Pages pages;

  TriagePages(TriageCards cards, Shells shells, Pages pages) {
    this.cards = cards;
    this.shells = shells;
    this.pages = pages;
  }

  @GetMapping("/triage/{view}")
  ResponseEntity<String> page(
      @PathVariable String view, Scope scope, Agent agent, HttpServletRequest request)
      throws InterruptedException {
    TriageTab tab = tab(view);
    long seq = shells.seq();
    return pages.page(
        "triage",
        Map.of(
            "shell", shells.shell(tab.label(), agent, scope, seq, request),
            "list", cards.list(tab, scope, agent, null),
            "panel", cards.panel(tab, scope)));
  }

  /** The list, or the part of it that begins at {@code cursor}. */
  @GetMapping("/console/triage/{view}")
  ResponseEntity<String> list(
      @PathVariable String view,
      Scope scope,
      @RequestParam(required = false) @Nullable String cursor,
      Agent agent) {
    TriageTab tab = tab(view);
    TriageList list = cards.list(tab, scope, agent, cursor);
    return cursor == null
        ? pages.page("part/triagelist", Map.of("list", list, "panel", cards.panel(tab, scope)))
        : pages.page("part/triagecards", Map.of("list", list));
  }

  /**
   * Cards as they are now, and how many posts are at the list's beginning that are none of them.
   */
  @GetMapping("/console/triage/{view}/cards")
  ResponseEntity<String> cards(
      @PathVariable String view, @RequestParam List<Long> ids, Scope scope, Agent agent) {
    TriageTab tab = tab(view);
    Set<Long> shown = new HashSet<>(ids);
    List<TriageCard> fresh =
        cards.cards(ids.subList(0, Math.min(ids.size(), MAX_CARDS)), tab, scope, agent);
    long others = cards.ids(tab, scope).stream().filter(id -> !shown.contains(id)).count();
    return pages.page(
        "part/triagefresh",
        Map.of("list", new TriageList(tab, scope, fresh, null), "others", others));
  }

  @GetMapping("/console/triage/{view}/promise")
  ResponseEntity<String> promise(@PathVariable String view, Scope scope) {
    return pages.page("part/promise", Map.of("panel", cards.panel(tab(view), scope)));
  }

  static TriageTab tab(String word) {
    return TriageTab.findByWord(word)
        .orElseThrow(() -> new NoSuchPage("Triage has no list \"%s\".".formatted(word)));
  }
}
