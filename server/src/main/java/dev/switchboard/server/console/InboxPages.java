package dev.switchboard.server.console;

import dev.switchboard.server.console.view.Agent;
import dev.switchboard.server.console.view.ListView;
import dev.switchboard.server.console.view.RowView;
import dev.switchboard.server.console.view.Scope;
import dev.switchboard.store.reads.CaseReads;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The inbox: the whole page, the list alone, and single rows that have changed. */
@RestController
final class InboxPages {
  private static final int MAX_ROWS = 300;

  private final CaseReads reads;
  private final Lists lists;
  private final Shells shells;
  private final Pages pages;

  InboxPages(CaseReads reads, Lists lists, Shells shells, Pages pages) {
    this.reads = reads;
    this.lists = lists;
    this.shells = shells;
    this.pages = pages;
  }

  @GetMapping("/")
  ResponseEntity<String> inbox(Scope scope, Agent agent, HttpServletRequest request)
      throws InterruptedException {
    ListView list = lists.list(scope, agent, null);
    return pages.page(
        "inbox",
        Map.of(
            "shell",
            shells.shell(scope.tab().label(), agent, scope, list.seq(), request),
            "list",
            list));
  }

  /** The list, or the part of it that begins at {@code cursor}. */
  @GetMapping("/console/list")
  ResponseEntity<String> list(
      Scope scope, @RequestParam(required = false) @Nullable String cursor, Agent agent)
      throws InterruptedException {
    ListView list = lists.list(scope, agent, cursor);
    return pages.page(cursor == null ? "part/listpane" : "part/rows", Map.of("list", list));
  }

  /** Rows that have changed, as they are now; a case that is gone is left out. */
  @GetMapping("/console/rows")
  ResponseEntity<String> rows(@RequestParam List<Long> ids, Scope scope, Agent agent) {
    List<RowView> rows =
        reads.cases(ids.subList(0, Math.min(ids.size(), MAX_ROWS))).stream()
            .map(row -> RowView.of(row, scope, agent))
            .toList();
    return pages.page("part/rows", Map.of("list", new ListView(scope, rows, null, 0)));
  }
}
