package dev.switchboard.server.api;

import dev.switchboard.engine.people.Role;
import dev.switchboard.server.people.AccountResult;
import dev.switchboard.server.people.People;
import dev.switchboard.server.web.Callers;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Who may sign in: added, given roles, disabled. */
@RestController
public final class PeopleApi {
  private final People people;

  public PeopleApi(People people) {
    this.people = people;
  }

  record NewPerson(@Nullable String name, @Nullable String login, @Nullable String role) {}

  record NewRole(@Nullable String role) {}

  record Review(@Nullable Boolean reviewed) {}

  /** Adds a person; the answer holds the one-time link by which they choose a password. */
  @PostMapping("/api/v1/people")
  public ResponseEntity<Object> add(@RequestBody NewPerson body, HttpServletRequest request) {
    AccountResult result =
        people.add(
            Callers.current(),
            Needed.text("name", body.name()),
            Needed.text("login", body.login()),
            role(Needed.text("role", body.role())));
    return answer(result, request);
  }

  @PostMapping("/api/v1/people/{id}/role")
  public ResponseEntity<Object> role(
      @PathVariable int id, @RequestBody NewRole body, HttpServletRequest request) {
    return answer(
        people.setRole(Callers.current(), id, role(Needed.text("role", body.role()))), request);
  }

  /** Whether a colleague must approve this person's replies. */
  @PostMapping("/api/v1/people/{id}/review")
  public ResponseEntity<Object> review(
      @PathVariable int id, @RequestBody Review body, HttpServletRequest request) {
    if (body.reviewed() == null) {
      throw new IllegalArgumentException("the body must have \"reviewed\", true or false");
    }
    return answer(people.setReviewed(actor(), id, body.reviewed()), request);
  }

  @PostMapping("/api/v1/people/{id}/disable")
  public ResponseEntity<Object> disable(@PathVariable int id, HttpServletRequest request) {
    return answer(people.disable(actor(), id), request);
  }

  @PostMapping("/api/v1/people/{id}/enable")
  public ResponseEntity<Object> enable(@PathVariable int id, HttpServletRequest request) {
    return answer(people.enable(actor(), id), request);
  }

  /** A new one-time link, for one who has lost the old one or the password. */
  @PostMapping("/api/v1/people/{id}/link")
  public ResponseEntity<Object> link(@PathVariable int id, HttpServletRequest request) {
    return answer(people.newLink(Callers.current(), id), request);
  }

  private static @Nullable String actor() {
    return Callers.current().name();
  }

  private static Role role(String word) {
    return Role.find(word)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "role must be one of %s, not \"%s\""
                        .formatted(
                            Arrays.stream(Role.values())
                                .map(Role::word)
                                .collect(Collectors.joining(", ")),
                            word)));
  }

  private static ResponseEntity<Object> answer(AccountResult result, HttpServletRequest request) {
    return switch (result) {
      case AccountResult.Done(var id, var secret) ->
          ResponseEntity.ok(
              new PeopleJson.Made(
                  id, secret == null ? null : address(request) + "/link/" + secret, null));
      case AccountResult.Refused(var why) -> Problems.of(HttpStatus.CONFLICT, "not-possible", why);
      case AccountResult.NoSuch(var what) -> Problems.of(HttpStatus.NOT_FOUND, "not-found", what);
    };
  }

  static String address(HttpServletRequest request) {
    return request.getRequestURL().toString().replaceFirst("^(\\w+://[^/]+).*$", "$1");
  }
}
