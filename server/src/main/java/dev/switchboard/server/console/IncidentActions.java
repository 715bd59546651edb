package dev.switchboard.server.console;

import dev.switchboard.server.console.view.Agent;
import dev.switchboard.server.console.view.Scope;
import dev.switchboard.server.incidents.IncidentDesk;
import dev.switchboard.server.incidents.IncidentResult;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What people do with an incident. The answer is the incident as it then is; 409 if refused. */
@RestController
final class IncidentActions {
  private final IncidentDesk desk;
  private final IncidentPages incidents;
  private final Pages pages;

  IncidentActions(IncidentDesk desk, IncidentPages incidents, Pages pages) {
    this.desk = desk;
    this.incidents = incidents;
    this.pages = pages;
  }

  @PostMapping("/console/incidents/{id}/acknowledge")
  ResponseEntity<String> acknowledge(@PathVariable long id, Scope scope, Agent agent)
      throws InterruptedException {
    return answer(id, scope, desk.acknowledge(id, agent.name()));
  }

  @PostMapping("/console/incidents/{id}/resolve")
  ResponseEntity<String> resolve(@PathVariable long id, Scope scope, Agent agent)
      throws InterruptedException {
    return answer(id, scope, desk.resolve(id, agent.name(), null));
  }

  @PostMapping("/console/incidents/{id}/reopen")
  ResponseEntity<String> reopen(@PathVariable long id, Scope scope, Agent agent)
      throws InterruptedException {
    return answer(id, scope, desk.reopen(id, agent.name()));
  }

  /** This change did it. */
  @PostMapping("/console/incidents/{id}/confirm")
  ResponseEntity<String> confirm(
      @PathVariable long id, @RequestParam String change, Scope scope, Agent agent)
      throws InterruptedException {
    return answer(id, scope, desk.judgeCause(id, change, true, agent.name(), null));
  }

  /** This change did not do it. */
  @PostMapping("/console/incidents/{id}/reject")
  ResponseEntity<String> reject(
      @PathVariable long id, @RequestParam String change, Scope scope, Agent agent)
      throws InterruptedException {
    return answer(id, scope, desk.judgeCause(id, change, false, agent.name(), null));
  }

  private ResponseEntity<String> answer(long id, Scope scope, IncidentResult result) {
    return switch (result) {
      case IncidentResult.Done _ -> page(HttpStatus.OK, id, scope, null);
      case IncidentResult.NotPossible(_, var sentence) ->
          page(HttpStatus.CONFLICT, id, scope, sentence);
      case IncidentResult.Later(var sentence) -> page(HttpStatus.CONFLICT, id, scope, sentence);
      case IncidentResult.NoSuchIncident _ -> throw IncidentPages.noSuchIncident(id);
    };
  }

  private ResponseEntity<String> page(
      HttpStatus status, long id, Scope scope, @Nullable String notice) {
    return pages.page(status, "part/incident", Map.of("view", incidents.view(id, scope, notice)));
  }
}
