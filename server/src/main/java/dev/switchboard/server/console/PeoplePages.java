package dev.switchboard.server.console;

import dev.switchboard.engine.people.Role;
import dev.switchboard.server.console.view.Agent;
import dev.switchboard.server.console.view.Scope;
import dev.switchboard.server.console.view.staff.DirectoryView;
import dev.switchboard.server.console.view.staff.PersonCard;
import dev.switchboard.server.people.AccountResult;
import dev.switchboard.server.people.People;
import dev.switchboard.server.people.Staff;
import dev.switchboard.server.web.Callers;
import dev.switchboard.store.people.StaffQuery;
import dev.switchboard.store.people.StaffRow;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The directory: who there is, and whoever comes new. */
@RestController
final class PeoplePages {
  private static final int PAGE_PEOPLE = 60;

  private final People people;
  private final Staff staff;
  private final Shells shells;
  private final Pages pages;

  PeoplePages(People people, Staff staff, Shells shells, Pages pages) {
    this.people = people;
    this.staff = staff;
    this.shells = shells;
    this.pages = pages;
  }

  @GetMapping("/people")
  ResponseEntity<String> page(
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable String team,
      @RequestParam(required = false) @Nullable String presence,
      @RequestParam(required = false) @Nullable Integer after,
      Scope scope,
      Agent agent,
      HttpServletRequest request)
      throws InterruptedException {
    StaffQuery query = new StaffQuery(q, team, presence, after, PAGE_PEOPLE + 1);
    return page(HttpStatus.OK, query, scope, agent, request, Map.of());
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
    StaffQuery all = new StaffQuery(null, null, null, null, PAGE_PEOPLE + 1);
    Map<String, Object> shown = new HashMap<>();
    switch (people.add(Callers.current(), name, login, PersonPages.role(role))) {
      case AccountResult.Done(_, var secret) -> {
        shown.put("notice", "%s is added.".formatted(name.strip()));
        shown.put("link", PersonPages.address(request) + "/link/" + secret);
        return page(HttpStatus.OK, all, scope, agent, request, shown);
      }
      case AccountResult.Refused(var why) -> {
        shown.put("notice", why);
        shown.put("name", name);
        shown.put("login", login);
        return page(HttpStatus.CONFLICT, all, scope, agent, request, shown);
      }
      case AccountResult.NoSuch(var what) -> throw new NoSuchPage(what);
    }
  }

  private ResponseEntity<String> page(
      HttpStatus status,
      StaffQuery query,
      Scope scope,
      Agent agent,
      HttpServletRequest request,
      Map<String, Object> more)
      throws InterruptedException {
    List<StaffRow> rows = staff.people(query);
    boolean full = rows.size() > PAGE_PEOPLE;
    List<PersonCard> cards =
        rows.stream().limit(PAGE_PEOPLE).map(row -> PersonCard.of(row, staff)).toList();
    Map<String, Object> model = new HashMap<>();
    model.put("shell", shells.shell("People", agent, scope, shells.seq(), request));
    model.put(
        "view",
        new DirectoryView(query, cards, staff.teams().all(), full ? cards.getLast().id() : null));
    model.put("roles", List.of(Role.values()));
    model.put("good", status == HttpStatus.OK);
    model.putAll(more);
    return pages.page(status, "people", model);
  }
}
