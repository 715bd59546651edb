package dev.switchboard.server.console;

import dev.switchboard.engine.casework.WaitingOn;
import dev.switchboard.server.console.view.Agent;
import dev.switchboard.server.console.view.Scope;
import dev.switchboard.server.desk.ApprovalDesk;
import dev.switchboard.server.desk.By;
import dev.switchboard.server.desk.CaseDesk;
import dev.switchboard.server.desk.DeskResult;
import dev.switchboard.server.web.Deciding;
import dev.switchboard.server.web.NotYou;
import dev.switchboard.store.people.Colleagues;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What colleagues do with each other's cases and replies. The answer is the case as it then is. */
@RestController
final class HandActions {
  private final CaseDesk desk;
  private final ApprovalDesk approvals;
  private final CaseActions actions;
  private final Colleagues colleagues;
  private final Pages pages;
  private final InstantSource clock;

  HandActions(
      CaseDesk desk,
      ApprovalDesk approvals,
      CaseActions actions,
      Colleagues colleagues,
      Pages pages,
      InstantSource clock) {
    this.desk = desk;
    this.approvals = approvals;
    this.actions = actions;
    this.colleagues = colleagues;
    this.pages = pages;
    this.clock = clock;
  }

  @PostMapping("/console/cases/{id}/take-over")
  ResponseEntity<String> takeOver(
      @PathVariable long id, @RequestParam String reason, Scope scope, Agent agent) {
    return answer(id, scope, agent, "claimed", () -> desk.takeOver(id, agent.name(), reason));
  }

  /** To whom a case can be handed, as choices of a field: the reader is none. */
  @GetMapping("/console/colleagues")
  ResponseEntity<String> colleagues(Agent agent) {
    List<String> names =
        colleagues.names().stream().filter(name -> !name.equals(agent.name())).toList();
    return pages.page("part/colleagues", Map.of("names", names));
  }

  @PostMapping("/console/cases/{id}/hand-over")
  ResponseEntity<String> handOver(
      @PathVariable long id,
      @RequestParam long token,
      @RequestParam String to,
      @RequestParam(defaultValue = "") String note,
      Scope scope,
      Agent agent) {
    String words = note.isBlank() ? null : note;
    return answer(id, scope, agent, "released", () -> desk.transfer(id, token, to.strip(), words));
  }

  @PostMapping("/console/cases/{id}/pass-on")
  ResponseEntity<String> passOn(
      @PathVariable long id,
      @RequestParam(defaultValue = "0") long token,
      @RequestParam(defaultValue = "") String note,
      Scope scope,
      Agent agent) {
    String words = note.isBlank() ? null : note;
    return answer(id, scope, agent, "released", () -> desk.passOn(id, agent.name(), token, words));
  }

  /** Lets a case rest; {@code hours} says for how long at most, 0 for the usual time. */
  @PostMapping("/console/cases/{id}/pause")
  ResponseEntity<String> pause(
      @PathVariable long id,
      @RequestParam long token,
      @RequestParam String on,
      @RequestParam String reason,
      @RequestParam(defaultValue = "0") int hours,
      Scope scope,
      Agent agent) {
    WaitingOn waitingOn = WaitingOn.find(on).orElse(WaitingOn.COMPANY);
    Instant until = hours == 0 ? null : clock.instant().plus(Duration.ofHours(hours));
    return answer(
        id, scope, agent, "paused", () -> desk.pause(id, token, waitingOn, reason, until));
  }

  @PostMapping("/console/cases/{id}/resume")
  ResponseEntity<String> resume(
      @PathVariable long id, @RequestParam long token, Scope scope, Agent agent) {
    return answer(id, scope, agent, "resumed", () -> desk.resume(id, token));
  }

  @PostMapping("/console/cases/{id}/replies/{reply}/approve")
  ResponseEntity<String> approve(
      @PathVariable long id, @PathVariable long reply, Scope scope, Agent agent) {
    return answer(id, scope, agent, "approved", () -> approvals.approve(reply, by(agent)));
  }

  @PostMapping("/console/cases/{id}/replies/{reply}/send-back")
  ResponseEntity<String> sendBack(
      @PathVariable long id,
      @PathVariable long reply,
      @RequestParam String note,
      Scope scope,
      Agent agent) {
    return answer(id, scope, agent, "sent-back", () -> approvals.sendBack(reply, by(agent), note));
  }

  @PostMapping("/console/cases/{id}/replies/{reply}/withdraw")
  ResponseEntity<String> withdraw(
      @PathVariable long id, @PathVariable long reply, Scope scope, Agent agent) {
    return answer(id, scope, agent, "withdrawn", () -> approvals.withdraw(reply, by(agent)));
  }

  private static By by(Agent agent) {
    return Deciding.by(agent.name());
  }

  private ResponseEntity<String> answer(
      long id, Scope scope, Agent agent, String done, Supplier<DeskResult> action) {
    DeskResult result;
    try {
      result = action.get();
    } catch (IllegalArgumentException | NotYou e) {
      return actions.refused(id, scope, agent, String.valueOf(e.getMessage()));
    }
    return actions.answer(id, scope, agent, result, done);
  }
}
