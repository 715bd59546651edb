package dev.switchboard.server.console;

import dev.switchboard.server.console.view.Agent;
import dev.switchboard.server.console.view.Scope;
import dev.switchboard.server.console.view.exception.ExceptionBoard;
import dev.switchboard.server.desk.CaseDesk.Clearing;
import dev.switchboard.server.desk.Exceptions;
import dev.switchboard.server.desk.Exceptions.Cleared;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What needs a person out of the ordinary flow, and how much does not. */
@RestController
final class ExceptionPages {
  private final ExceptionBoards boards;
  private final Exceptions exceptions;
  private final Shells shells;
  private final Pages pages;

  ExceptionPages(ExceptionBoards boards, Exceptions exceptions, Shells shells, Pages pages) {
    this.boards = boards;
    this.exceptions = exceptions;
    this.shells = shells;
    this.pages = pages;
  }

  @GetMapping("/exceptions")
  ResponseEntity<String> page(Scope scope, Agent agent, HttpServletRequest request)
      throws InterruptedException {
    long seq = shells.seq();
    ExceptionBoard board = boards.of(scope);
    return pages.page(
        "exceptions",
        Map.of("shell", shells.shell("Exceptions", agent, scope, seq, request), "board", board));
  }

  /** The list alone, to bring a page up to date. */
  @GetMapping("/console/exceptions")
  ResponseEntity<String> list(Scope scope) {
    return list(HttpStatus.OK, scope, "");
  }

  @PostMapping("/console/exceptions/{id}/clear")
  ResponseEntity<String> clear(
      @PathVariable long id, @RequestParam Clearing how, Scope scope, Agent agent) {
    return switch (exceptions.clear(id, agent.name(), how)) {
      case Cleared.Done() -> list(HttpStatus.OK, scope, "");
      case Cleared.NoSuchException _ ->
          list(HttpStatus.CONFLICT, scope, "A colleague has just settled this one.");
      case Cleared.Refused(var refusal) ->
          list(HttpStatus.CONFLICT, scope, Refusals.sentence(refusal, agent));
    };
  }

  private ResponseEntity<String> list(HttpStatus status, Scope scope, String notice) {
    ExceptionBoard board = boards.of(scope);
    return pages.page(status, "part/exceptions", Map.of("board", board, "notice", notice));
  }
}
