package dev.switchboard.server.console;

import dev.switchboard.server.console.view.Agent;
import dev.switchboard.server.console.view.CaseView;
import dev.switchboard.server.console.view.Scope;
import dev.switchboard.server.desk.CaseDesk;
import dev.switchboard.server.desk.DeskResult;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What an agent does with a case. The answer is the case as it then is; 409 if it was refused. */
@RestController
final class CaseActions {
  private final CaseDesk desk;
  private final CasePages cases;
  private final NextCase next;
  private final Pages pages;

  CaseActions(CaseDesk desk, CasePages cases, NextCase next, Pages pages) {
    this.desk = desk;
    this.cases = cases;
    this.next = next;
    this.pages = pages;
  }

  @PostMapping("/console/cases/{id}/claim")
  ResponseEntity<String> claim(@PathVariable long id, Scope scope, Agent agent) {
    return answer(id, scope, agent, desk.claim(id, agent.name()), "claimed");
  }

  /** Prolongs a claim; the answer has no content, since nothing on the page changes. */
  @PostMapping("/console/cases/{id}/heartbeat")
  ResponseEntity<Void> heartbeat(@PathVariable long id, @RequestParam long token) {
    return ResponseEntity.status(
            switch (desk.heartbeat(id, token)) {
              case DeskResult.Done _ -> HttpStatus.NO_CONTENT;
              case DeskResult.Refused _ -> HttpStatus.CONFLICT;
              case DeskResult.NoSuchCase _, DeskResult.NoSuchReply _ -> HttpStatus.NOT_FOUND;
            })
        .build();
  }

  @PostMapping("/console/cases/{id}/release")
  ResponseEntity<String> release(
      @PathVariable long id, @RequestParam long token, Scope scope, Agent agent) {
    return answer(id, scope, agent, desk.release(id, token), "released");
  }

  /** Closes a case; {@code token} is 0 if nobody holds it. */
  @PostMapping("/console/cases/{id}/close")
  ResponseEntity<String> close(
      @PathVariable long id, @RequestParam long token, Scope scope, Agent agent) {
    return answer(id, scope, agent, desk.close(id, agent.name(), token), "closed");
  }

  @PostMapping("/console/cases/{id}/reopen")
  ResponseEntity<String> reopen(@PathVariable long id, Scope scope, Agent agent) {
    return answer(id, scope, agent, desk.reopen(id, agent.name()), "reopened");
  }

  @PostMapping("/console/cases/{id}/note")
  ResponseEntity<String> note(
      @PathVariable long id, @RequestParam String text, Scope scope, Agent agent) {
    DeskResult result;
    try {
      result = desk.note(id, agent.name(), text);
    } catch (IllegalArgumentException e) {
      return refused(id, scope, agent, String.valueOf(e.getMessage()));
    }
    return answer(id, scope, agent, result, "noted");
  }

  /**
   * Sends a reply.
   *
   * @param seen the id of the last post that its writer had on screen
   * @param intended whether personal data in it may be read by everybody
   * @param next whether to go on to the next case that waits
   */
  @PostMapping("/console/cases/{id}/reply")
  ResponseEntity<String> reply(
      @PathVariable long id,
      @RequestParam String text,
      @RequestParam long token,
      @RequestParam long seen,
      @RequestParam(defaultValue = "false") boolean next,
      @RequestParam(defaultValue = "false") boolean intended,
      Scope scope,
      Agent agent) {
    DeskResult result;
    try {
      result = desk.reply(id, text, new CaseDesk.Manner(intended, true, null), token, seen);
    } catch (IllegalArgumentException e) {
      return refused(id, scope, agent, String.valueOf(e.getMessage()));
    }
    if (next && result instanceof DeskResult.Done) {
      return goNext(scope, agent);
    }
    return answer(id, scope, agent, result, "replied");
  }

  /** Takes the case that has waited longest. */
  @PostMapping("/console/next")
  ResponseEntity<String> next(Scope scope, Agent agent) {
    return goNext(scope, agent);
  }

  private ResponseEntity<String> goNext(Scope scope, Agent agent) {
    Long taken = next.take(scope.brand(), agent);
    return ResponseEntity.noContent().header("HX-Trigger", Triggers.next(taken)).build();
  }

  ResponseEntity<String> answer(long id, Scope scope, Agent agent, DeskResult result, String done) {
    return switch (result) {
      case DeskResult.Done _ ->
          ResponseEntity.ok()
              .header("HX-Trigger", Triggers.done(done, id))
              .headers(headers -> headers.setContentType(Pages.HTML))
              .body(part(cases.view(id, scope, agent, null)));
      case DeskResult.Refused(var refusal, _) ->
          refused(id, scope, agent, Refusals.sentence(refusal, agent));
      case DeskResult.NoSuchCase _, DeskResult.NoSuchReply _ ->
          throw new NoSuchPage("There is no case %d.".formatted(id));
    };
  }

  ResponseEntity<String> refused(long id, Scope scope, Agent agent, String why) {
    CaseView view = cases.view(id, scope, agent, why);
    return pages.page(HttpStatus.CONFLICT, "part/case", Map.of("view", view));
  }

  private String part(CaseView view) {
    return pages.text("part/case", Map.of("view", view));
  }
}
