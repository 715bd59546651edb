package dev.switchboard.server.console;

import dev.switchboard.server.console.view.Agent;
import dev.switchboard.server.console.view.Scope;
import dev.switchboard.server.console.view.incident.IncidentCard;
import dev.switchboard.server.console.view.incident.IncidentList;
import dev.switchboard.server.console.view.incident.IncidentView;
import dev.switchboard.store.incidents.IncidentQuery;
import dev.switchboard.store.incidents.IncidentReads;
import dev.switchboard.store.incidents.IncidentRow;
import dev.switchboard.store.reads.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Incidents: their list and the page of one, each as a whole page and alone. */
@RestController
final class IncidentPages {
  private static final int MAX_LIVE = 100;
  private static final int PAGE_PAST = 20;
  private static final List<String> OVER = List.of("resolved", "closed");

  private final IncidentReads reads;
  private final Shells shells;
  private final Pages pages;

  IncidentPages(IncidentReads reads, Shells shells, Pages pages) {
    this.reads = reads;
    this.shells = shells;
    this.pages = pages;
  }

  @GetMapping("/incidents")
  ResponseEntity<String> list(Scope scope, Agent agent, HttpServletRequest request)
      throws InterruptedException {
    long seq = shells.seq();
    return pages.page(
        "incidents",
        Map.of(
            "shell", shells.shell("Incidents", agent, scope, seq, request),
            "list", list(scope, null)));
  }

  /** The list alone, or the part of what is over that begins at {@code cursor}. */
  @GetMapping("/console/incidents")
  ResponseEntity<String> part(
      Scope scope, @RequestParam(required = false) @Nullable String cursor) {
    return pages.page(
        cursor == null ? "part/incidentlist" : "part/incidentcards",
        Map.of("list", list(scope, cursor)));
  }

  @GetMapping("/incidents/{id}")
  ResponseEntity<String> page(
      @PathVariable long id, Scope scope, Agent agent, HttpServletRequest request)
      throws InterruptedException {
    long seq = shells.seq();
    IncidentView view = view(id, scope, null);
    return pages.page(
        "incident",
        Map.of(
            "shell", shells.shell(view.card().title(), agent, scope, seq, request), "view", view));
  }

  @GetMapping("/console/incidents/{id}")
  ResponseEntity<String> part(@PathVariable long id, Scope scope) {
    return pages.page("part/incident", Map.of("view", view(id, scope, null)));
  }

  IncidentView view(long id, Scope scope, @Nullable String notice) {
    return reads
        .findIncident(id)
        .map(detail -> IncidentView.of(detail, scope, notice))
        .orElseThrow(() -> noSuchIncident(id));
  }

  static NoSuchPage noSuchIncident(long id) {
    return new NoSuchPage("There is no incident %d.".formatted(id));
  }

  private IncidentList list(Scope scope, @Nullable String cursor) {
    var live = new IncidentQuery(IncidentQuery.LIVE, scope.brand(), null, MAX_LIVE);
    var over = new IncidentQuery(OVER, scope.brand(), cursor, PAGE_PAST);
    Page<IncidentRow> past = reads.incidents(over);
    return new IncidentList(
        scope, cards(reads.incidents(live), scope), cards(past, scope), past.next());
  }

  private static List<IncidentCard> cards(Page<IncidentRow> page, Scope scope) {
    return page.items().stream().map(row -> IncidentCard.of(row, scope)).toList();
  }
}
