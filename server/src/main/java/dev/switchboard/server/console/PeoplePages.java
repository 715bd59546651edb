package dev.switchboard.server.console;

import dev.switchboard.engine.people.Role;
import dev.switchboard.server.console.view.Agent;
import dev.switchboard.server.console.view.Scope;
import dev.switchboard.server.people.AccountResult;
import dev.switchboard.server.people.People;
import dev.switchboard.server.web.Callers;
import dev.switchboard.store.people.Account;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who there is: added, given roles, disabled. Each answer is the page as it then is. */
@RestController
final class PeoplePages {
  private final People people;
  private final Shells shells;
  private final Pages pages;

  PeoplePages(People people, Shells shells, Pages pages) {
    this.people = people;
    this.shells = shells;
    this.pages = pages;
  }

  @GetMapping("/people")
  ResponseEntity<String> page(Scope scope, Agent agent, HttpServletRequest request)
      throws InterruptedException {
    return page(HttpStatus.OK, scope, agent, request, "", Map.of());
  }

  @PostMapping("/people")
  ResponseEntity<String> add(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String login,
      @RequestParam(defaultValue = "agent") String role,
      Scope scope,
      Agent agent,
      HttpServletRequest request)
      throws InterruptedException {
    AccountResult result = people.add(Callers.current(), name, login, role(role));
    Map<String, Object> kept =
        result instanceof AccountResult.Refused ? Map.of("name", name, "login", login) : Map.of();
    return answer(
        result, scope, agent, request, () -> "%s is added.".formatted(name.strip()), kept);
  }

  @PostMapping("/people/{id}/role")
  ResponseEntity<String> role(
      @PathVariable int id,
      @RequestParam String role,
      Scope scope,
      Agent agent,
      HttpServletRequest request)
      throws InterruptedException {
    Role wanted = role(role);
    return answer(
        people.setRole(Callers.current(), id, wanted),
        scope,
        agent,
        request,
        () -> "%s now has the role: %s.".formatted(name(id), wanted.label()),
        Map.of());
  }

  /** Whether a colleague approves this person's replies first. */
  @PostMapping("/people/{id}/review")
  ResponseEntity<String> review(
      @PathVariable int id,
      @RequestParam boolean reviewed,
      Scope scope,
      Agent agent,
      HttpServletRequest request)
      throws InterruptedException {
    String now =
        reviewed ? "A colleague approves what %s writes." : "%s's replies go out at once.";
    return answer(
        people.setReviewed(actor(), id, reviewed),
        scope,
        agent,
        request,
        () -> now.formatted(name(id)),
        Map.of());
  }

  @PostMapping("/people/{id}/disable")
  ResponseEntity<String> disable(
      @PathVariable int id, Scope scope, Agent agent, HttpServletRequest request)
      throws InterruptedException {
    return answer(
        people.disable(actor(), id),
        scope,
        agent,
        request,
        () -> "%s can't sign in any more.".formatted(name(id)),
        Map.of());
  }

  @PostMapping("/people/{id}/enable")
  ResponseEntity<String> enable(
      @PathVariable int id, Scope scope, Agent agent, HttpServletRequest request)
      throws InterruptedException {
    return answer(
        people.enable(actor(), id),
        scope,
        agent,
        request,
        () -> "%s can sign in again.".formatted(name(id)),
        Map.of());
  }

  @PostMapping("/people/{id}/link")
  ResponseEntity<String> link(
      @PathVariable int id, Scope scope, Agent agent, HttpServletRequest request)
      throws InterruptedException {
    return answer(
        people.newLink(Callers.current(), id),
        scope,
        agent,
        request,
        () -> "Here is a new link for %s.".formatted(name(id)),
        Map.of());
  }

  private static @Nullable String actor() {
    return Callers.current().name();
  }

  private String name(int person) {
    return people.find(person).map(Account::name).orElse("");
  }

  private static Role role(String word) {
    return Role.find(word)
        .orElseThrow(
            () -> new IllegalArgumentException("There is no role \"%s\".".formatted(word)));
  }

  private ResponseEntity<String> answer(
      AccountResult result,
      Scope scope,
      Agent agent,
      HttpServletRequest request,
      Supplier<String> done,
      Map<String, Object> more)
      throws InterruptedException {
    return switch (result) {
      case AccountResult.Done(_, var secret) -> {
        Map<String, Object> shown = new HashMap<>(more);
        if (secret != null) {
          shown.put("link", address(request) + "/link/" + secret);
        }
        yield page(HttpStatus.OK, scope, agent, request, done.get(), shown);
      }
      case AccountResult.Refused(var why) ->
          page(HttpStatus.CONFLICT, scope, agent, request, why, more);
      case AccountResult.NoSuch(var what) -> throw new NoSuchPage(what);
    };
  }

  /** As the browser knows us: the host has been checked against those that are allowed. */
  static String address(HttpServletRequest request) {
    return request.getRequestURL().toString().replaceFirst("^(\\w+://[^/]+).*$", "$1");
  }

  private ResponseEntity<String> page(
      HttpStatus status,
      Scope scope,
      Agent agent,
      HttpServletRequest request,
      String notice,
      Map<String, Object> more)
      throws InterruptedException {
    Map<String, Object> model = new HashMap<>();
    model.put("shell", shells.shell("People", agent, scope, shells.seq(), request));
    model.put("people", people.all());
    model.put("notice", notice);
    model.put("good", status == HttpStatus.OK);
    model.putAll(more);
    return pages.page(status, "people", model);
  }
}
