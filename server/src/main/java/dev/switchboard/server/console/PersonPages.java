package dev.switchboard.server.console;

import dev.switchboard.engine.people.Permission;
import dev.switchboard.engine.people.Role;
import dev.switchboard.server.console.view.Agent;
import dev.switchboard.server.console.view.Scope;
import dev.switchboard.server.console.view.staff.PersonCard;
import dev.switchboard.server.console.view.staff.PersonForm;
import dev.switchboard.server.console.view.staff.Week;
import dev.switchboard.server.people.AccountResult;
import dev.switchboard.server.people.Accounts;
import dev.switchboard.server.people.Staff;
import dev.switchboard.server.web.Callers;
import dev.switchboard.store.people.SessionRow;
import dev.switchboard.store.people.StaffRow;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A person: what they know, when they work, what they may do. Each answer is the page anew. */
@RestController
final class PersonPages {
  private final Accounts accounts;
  private final Staff staff;
  private final Shells shells;
  private final Pages pages;

  PersonPages(Accounts accounts, Staff staff, Shells shells, Pages pages) {
    this.accounts = accounts;
    this.staff = staff;
    this.shells = shells;
    this.pages = pages;
  }

  /** What every page of this kind is asked with. */
  private record Visit(Scope scope, Agent agent, HttpServletRequest request) {}

  @GetMapping("/people/{id}")
  ResponseEntity<String> page(
      @PathVariable int id, Scope scope, Agent agent, HttpServletRequest request)
      throws InterruptedException {
    return page(HttpStatus.OK, id, new Visit(scope, agent, request), "", Map.of());
  }

  /** One's own page. */
  @GetMapping("/people/me")
  ResponseEntity<String> me(Scope scope, Agent agent, HttpServletRequest request)
      throws InterruptedException {
    StaffRow row =
        staff
            .find(agent.name())
            .orElseThrow(
                () -> new NoSuchPage("%s is not in the directory.".formatted(agent.name())));
    return page(HttpStatus.OK, row.id(), new Visit(scope, agent, request), "", Map.of());
  }

  @PostMapping("/people/{id}/profile")
  ResponseEntity<String> profile(
      @PathVariable int id,
      @RequestParam Map<String, String> sent,
      Scope scope,
      Agent agent,
      HttpServletRequest request)
      throws InterruptedException {
    Visit visit = new Visit(scope, agent, request);
    PersonForm.Read read = PersonForm.read(sent);
    if (read.change() == null) {
      return unread(id, visit, read);
    }
    return answer(staff.change(actor(), id, read.change()), id, visit, "The profile is changed.");
  }

  /** What one knows oneself. */
  @PostMapping("/people/me/knows")
  ResponseEntity<String> iKnow(
      @RequestParam Map<String, String> sent, Scope scope, Agent agent, HttpServletRequest request)
      throws InterruptedException {
    return knows(mine(agent), sent, new Visit(scope, agent, request));
  }

  /** A lead corrects it. */
  @PostMapping("/people/{id}/knows")
  ResponseEntity<String> knows(
      @PathVariable int id,
      @RequestParam Map<String, String> sent,
      Scope scope,
      Agent agent,
      HttpServletRequest request)
      throws InterruptedException {
    return knows(id, sent, new Visit(scope, agent, request));
  }

  private ResponseEntity<String> knows(int id, Map<String, String> sent, Visit visit)
      throws InterruptedException {
    PersonForm.Read read = PersonForm.readKnown(sent);
    return read.change() == null
        ? unread(id, visit, read)
        : answer(staff.change(actor(), id, read.change()), id, visit, "Written down.");
  }

  private ResponseEntity<String> unread(int id, Visit visit, PersonForm.Read read)
      throws InterruptedException {
    return page(
        HttpStatus.CONFLICT,
        id,
        visit,
        "Nothing is changed yet: look at the marked fields.",
        Map.of("form", read.form()));
  }

  @PostMapping("/people/{id}/certify")
  ResponseEntity<String> certify(
      @PathVariable int id,
      @RequestParam String topic,
      Scope scope,
      Agent agent,
      HttpServletRequest request)
      throws InterruptedException {
    return answer(
        staff.certify(actor(), id, topic),
        id,
        new Visit(scope, agent, request),
        "Certified for \"%s\".".formatted(topic));
  }

  @PostMapping("/people/{id}/withdraw")
  ResponseEntity<String> withdraw(
      @PathVariable int id,
      @RequestParam String topic,
      Scope scope,
      Agent agent,
      HttpServletRequest request)
      throws InterruptedException {
    return answer(
        staff.withdraw(actor(), id, topic),
        id,
        new Visit(scope, agent, request),
        "No longer certified for \"%s\".".formatted(topic));
  }

  @PostMapping("/people/me/opt-in")
  ResponseEntity<String> optIn(
      @RequestParam(defaultValue = "") String topic,
      Scope scope,
      Agent agent,
      HttpServletRequest request)
      throws InterruptedException {
    return mine(
        staff.optIn(agent.name(), topic),
        new Visit(scope, agent, request),
        "A lead can certify you for \"%s\" now.".formatted(topic.strip()));
  }

  @PostMapping("/people/me/opt-out")
  ResponseEntity<String> optOut(
      @RequestParam(defaultValue = "") String topic,
      Scope scope,
      Agent agent,
      HttpServletRequest request)
      throws InterruptedException {
    return mine(
        staff.optOut(agent.name(), topic),
        new Visit(scope, agent, request),
        "\"%s\" is no topic of yours any more.".formatted(topic));
  }

  private ResponseEntity<String> mine(AccountResult result, Visit visit, String done)
      throws InterruptedException {
    return answer(result, mine(visit.agent()), visit, done);
  }

  private int mine(Agent agent) {
    return staff
        .find(agent.name())
        .map(StaffRow::id)
        .orElseThrow(() -> new NoSuchPage("You are not in the directory."));
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
        accounts.people().setRole(Callers.current(), id, wanted),
        id,
        new Visit(scope, agent, request),
        "%s now has the role: %s.".formatted(name(id), wanted.label()));
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
    String now = reviewed ? "A colleague approves what %s writes." : "%s's replies go out at once.";
    return answer(
        accounts.people().setReviewed(actor(), id, reviewed),
        id,
        new Visit(scope, agent, request),
        now.formatted(name(id)));
  }

  @PostMapping("/people/{id}/disable")
  ResponseEntity<String> disable(
      @PathVariable int id, Scope scope, Agent agent, HttpServletRequest request)
      throws InterruptedException {
    return answer(
        accounts.people().disable(actor(), id),
        id,
        new Visit(scope, agent, request),
        "%s can't sign in any more.".formatted(name(id)));
  }

  @PostMapping("/people/{id}/enable")
  ResponseEntity<String> enable(
      @PathVariable int id, Scope scope, Agent agent, HttpServletRequest request)
      throws InterruptedException {
    return answer(
        accounts.people().enable(actor(), id),
        id,
        new Visit(scope, agent, request),
        "%s can sign in again.".formatted(name(id)));
  }

  @PostMapping("/people/{id}/link")
  ResponseEntity<String> link(
      @PathVariable int id, Scope scope, Agent agent, HttpServletRequest request)
      throws InterruptedException {
    return answer(
        accounts.people().newLink(Callers.current(), id),
        id,
        new Visit(scope, agent, request),
        "Here is a new link for %s.".formatted(name(id)));
  }

  private static @Nullable String actor() {
    return Callers.current().name();
  }

  private String name(int person) {
    return staff.find(person).map(StaffRow::name).orElse("");
  }

  static Role role(String word) {
    return Role.find(word)
        .orElseThrow(
            () -> new IllegalArgumentException("There is no role \"%s\".".formatted(word)));
  }

  /** As the browser knows us: the host has been checked against those that are allowed. */
  static String address(HttpServletRequest request) {
    return request.getRequestURL().toString().replaceFirst("^(\\w+://[^/]+).*$", "$1");
  }

  private ResponseEntity<String> answer(AccountResult result, int id, Visit visit, String done)
      throws InterruptedException {
    return switch (result) {
      case AccountResult.Done(_, var secret) ->
          page(
              HttpStatus.OK,
              id,
              visit,
              done,
              secret == null
                  ? Map.of()
                  : Map.of("link", address(visit.request()) + "/link/" + secret));
      case AccountResult.Refused(var why) -> page(HttpStatus.CONFLICT, id, visit, why, Map.of());
      case AccountResult.NoSuch(var what) -> throw new NoSuchPage(what);
    };
  }

  private ResponseEntity<String> page(
      HttpStatus status, int id, Visit visit, String notice, Map<String, Object> more)
      throws InterruptedException {
    StaffRow row =
        staff.find(id).orElseThrow(() -> new NoSuchPage("There is no person %d.".formatted(id)));
    Map<String, Object> model = new HashMap<>();
    model.put(
        "shell",
        shells.shell(row.name(), visit.agent(), visit.scope(), shells.seq(), visit.request()));
    model.put("person", PersonCard.of(row, staff));
    model.put("week", Week.of(row.profile().roster()));
    model.put("form", PersonForm.of(row.profile()));
    model.put("self", row.name().equals(visit.agent().name()));
    model.put("sessions", sessions(row));
    model.put("topics", Intents.with(List.of()));
    model.put("notice", notice);
    model.put("good", status == HttpStatus.OK);
    model.putAll(more);
    return pages.page(status, "person", model);
  }

  /** Where somebody is signed in is for those only who manage people. */
  private List<SessionRow> sessions(StaffRow row) {
    return row.login() != null && Callers.current().may(Permission.MANAGE_PEOPLE)
        ? accounts.sessions().of(row.id())
        : List.of();
  }
}
