package dev.switchboard.server.console;

import dev.switchboard.server.console.view.Agent;
import dev.switchboard.server.console.view.Scope;
import dev.switchboard.server.people.AccountResult;
import dev.switchboard.server.people.Teams;
import dev.switchboard.server.web.Callers;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Teams: who there are, made, renamed, removed. Each answer is the page as it then is. */
@RestController
final class TeamPages {
  private final Teams teams;
  private final Shells shells;
  private final Pages pages;

  TeamPages(Teams teams, Shells shells, Pages pages) {
    this.teams = teams;
    this.shells = shells;
    this.pages = pages;
  }

  @GetMapping("/teams")
  ResponseEntity<String> page(Scope scope, Agent agent, HttpServletRequest request)
      throws InterruptedException {
    return page(HttpStatus.OK, scope, agent, request, "", "");
  }

  @PostMapping("/teams")
  ResponseEntity<String> add(
      @RequestParam(defaultValue = "") String name,
      Scope scope,
      Agent agent,
      HttpServletRequest request)
      throws InterruptedException {
    AccountResult result = teams.add(actor(), name);
    return result instanceof AccountResult.Refused(var why)
        ? page(HttpStatus.CONFLICT, scope, agent, request, why, name)
        : page(
            HttpStatus.OK,
            scope,
            agent,
            request,
            "The team %s is made.".formatted(name.strip()),
            "");
  }

  @PostMapping("/teams/{id}/rename")
  ResponseEntity<String> rename(
      @PathVariable int id,
      @RequestParam(defaultValue = "") String name,
      Scope scope,
      Agent agent,
      HttpServletRequest request)
      throws InterruptedException {
    return answer(
        teams.rename(actor(), id, name),
        "The team is called %s now.".formatted(name.strip()),
        scope,
        agent,
        request);
  }

  @PostMapping("/teams/{id}/remove")
  ResponseEntity<String> remove(
      @PathVariable int id, Scope scope, Agent agent, HttpServletRequest request)
      throws InterruptedException {
    return answer(
        teams.remove(actor(), id), "The team is gone; its people stay.", scope, agent, request);
  }

  private static @Nullable String actor() {
    return Callers.current().name();
  }

  private ResponseEntity<String> answer(
      AccountResult result, String done, Scope scope, Agent agent, HttpServletRequest request)
      throws InterruptedException {
    return switch (result) {
      case AccountResult.Done _ -> page(HttpStatus.OK, scope, agent, request, done, "");
      case AccountResult.Refused(var why) ->
          page(HttpStatus.CONFLICT, scope, agent, request, why, "");
      case AccountResult.NoSuch(var what) -> throw new NoSuchPage(what);
    };
  }

  private ResponseEntity<String> page(
      HttpStatus status,
      Scope scope,
      Agent agent,
      HttpServletRequest request,
      String notice,
      String name)
      throws InterruptedException {
    Map<String, Object> model = new HashMap<>();
    model.put("shell", shells.shell("Teams", agent, scope, shells.seq(), request));
    model.put("teams", teams.all());
    model.put("notice", notice);
    model.put("good", status == HttpStatus.OK);
    model.put("name", name);
    return pages.page(status, "teams", model);
  }
}
