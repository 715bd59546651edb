package dev.switchboard.server.api;

import dev.switchboard.engine.people.Permission;
import dev.switchboard.engine.people.Presence;
import dev.switchboard.engine.people.ProfileChange;
import dev.switchboard.engine.people.ProfileFields;
import dev.switchboard.engine.people.Roster;
import dev.switchboard.engine.people.RosterText;
import dev.switchboard.engine.people.Skill;
import dev.switchboard.server.people.AccountResult;
import dev.switchboard.server.people.Staff;
import dev.switchboard.server.web.Callers;
import dev.switchboard.store.people.StaffQuery;
import dev.switchboard.store.people.StaffRow;
import dev.switchboard.store.reads.Page;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The directory: who is there, what they know and hold; profiles, presence, volunteers. */
@RestController
public final class StaffApi {
  private final Staff staff;

  public StaffApi(Staff staff) {
    this.staff = staff;
  }

  record SkillBody(@Nullable String name, @Nullable Integer level) {}

  /** What to change; what is left out stays. */
  record ProfileBody(
      @Nullable List<String> teams,
      @Nullable List<String> brands,
      @Nullable List<String> languages,
      @Nullable List<SkillBody> skills,
      @Nullable Integer capacity,
      @Nullable String zone,
      @Nullable String shifts,
      @Nullable Boolean volunteer,
      @Nullable List<String> topics) {}

  /** What somebody knows; what is left out stays. */
  record KnowsBody(
      @Nullable List<String> languages, @Nullable List<SkillBody> skills, @Nullable String agent) {}

  record PresenceBody(@Nullable String presence, @Nullable String agent) {}

  record TopicBody(@Nullable String topic, @Nullable String agent) {}

  @GetMapping("/api/v1/people")
  Page<StaffJson.Person> people(
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable String team,
      @RequestParam(required = false) @Nullable String presence,
      @RequestParam(required = false) @Nullable Integer cursor,
      @RequestParam(defaultValue = "200") int limit) {
    if (presence != null) {
      presence(presence);
    }
    List<StaffRow> rows = staff.people(new StaffQuery(q, team, presence, cursor, limit));
    String next = rows.size() < limit ? null : String.valueOf(rows.getLast().id());
    return new Page<>(rows.stream().map(this::json).toList(), next);
  }

  @GetMapping("/api/v1/people/{id}")
  ResponseEntity<Object> person(@PathVariable int id) {
    return shown(staff.find(id), "There is no person %d.".formatted(id));
  }

  @GetMapping("/api/v1/people/me")
  ResponseEntity<Object> me(@RequestParam(required = false) @Nullable String agent) {
    String name = Acting.as(agent);
    return shown(staff.find(name), "%s is not in the directory.".formatted(name));
  }

  private ResponseEntity<Object> shown(Optional<StaffRow> found, String otherwise) {
    return found
        .<ResponseEntity<Object>>map(row -> ResponseEntity.ok(json(row)))
        .orElseGet(() -> Problems.of(HttpStatus.NOT_FOUND, "not-found", otherwise));
  }

  private StaffJson.Person json(StaffRow row) {
    return StaffJson.of(
        row, staff.load(row), staff.now(), Callers.current().may(Permission.MANAGE_PEOPLE));
  }

  @PostMapping("/api/v1/people/{id}/profile")
  ResponseEntity<Object> profile(@PathVariable int id, @RequestBody ProfileBody body) {
    StaffRow before = staff.find(id).orElse(null);
    if (before == null) {
      return Problems.of(HttpStatus.NOT_FOUND, "not-found", "There is no person %d.".formatted(id));
    }
    return answer(staff.change(actor(), id, change(before.profile().roster(), body)));
  }

  private static ProfileChange change(Roster before, ProfileBody body) {
    return new ProfileChange(
        body.teams(),
        body.brands(),
        body.languages(),
        body.skills() == null ? null : skills(body.skills()),
        body.capacity(),
        roster(before, body),
        body.volunteer(),
        body.topics());
  }

  private static List<Skill> skills(List<SkillBody> bodies) {
    return ProfileFields.skills(
        bodies.stream()
            .map(
                skill ->
                    Needed.text("name", skill.name())
                        + (skill.level() == null ? "" : ":" + skill.level()))
            .toList());
  }

  /** Shifts by the clocks that they name, or the body names, or those that the person has. */
  private static @Nullable Roster roster(Roster before, ProfileBody body) {
    if (body.shifts() == null && body.zone() == null) {
      return null;
    }
    ZoneId zone = body.zone() == null ? before.zone() : RosterText.zone(body.zone());
    return body.shifts() == null
        ? new Roster(zone, before.shifts())
        : RosterText.parse(zone, body.shifts());
  }

  @PostMapping("/api/v1/people/me/knows")
  ResponseEntity<Object> iKnow(@RequestBody KnowsBody body) {
    String name = Acting.as(body.agent());
    return staff
        .find(name)
        .filter(row -> row.profile().capacity() != null)
        .map(row -> knows(name, row.id(), body))
        .orElseGet(
            () ->
                Problems.of(
                    HttpStatus.NOT_FOUND,
                    "not-found",
                    "%s is not in the directory.".formatted(name)));
  }

  @PostMapping("/api/v1/people/{id}/knows")
  ResponseEntity<Object> knows(@PathVariable int id, @RequestBody KnowsBody body) {
    return knows(actor(), id, body);
  }

  private ResponseEntity<Object> knows(@Nullable String by, int person, KnowsBody body) {
    List<Skill> skills = body.skills() == null ? null : skills(body.skills());
    return answer(staff.know(by, person, body.languages(), skills));
  }

  @PostMapping("/api/v1/people/me/presence")
  ResponseEntity<Object> presence(@RequestBody PresenceBody body) {
    Presence presence = presence(Needed.text("presence", body.presence()));
    String name = Acting.as(body.agent());
    return answer(staff.setPresence(name, name, presence));
  }

  private static Presence presence(String word) {
    return Presence.find(word)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "presence must be one of %s, not \"%s\""
                        .formatted(
                            Arrays.stream(Presence.values())
                                .map(Presence::word)
                                .collect(Collectors.joining(", ")),
                            word)));
  }

  @PostMapping("/api/v1/people/me/opt-in")
  ResponseEntity<Object> optIn(@RequestBody TopicBody body) {
    return answer(staff.optIn(Acting.as(body.agent()), topic(body)));
  }

  @PostMapping("/api/v1/people/me/opt-out")
  ResponseEntity<Object> optOut(@RequestBody TopicBody body) {
    return answer(staff.optOut(Acting.as(body.agent()), topic(body)));
  }

  @PostMapping("/api/v1/people/{id}/certify")
  ResponseEntity<Object> certify(@PathVariable int id, @RequestBody TopicBody body) {
    return answer(staff.certify(actor(), id, topic(body)));
  }

  @PostMapping("/api/v1/people/{id}/withdraw")
  ResponseEntity<Object> withdraw(@PathVariable int id, @RequestBody TopicBody body) {
    return answer(staff.withdraw(actor(), id, topic(body)));
  }

  private static String topic(TopicBody body) {
    return ProfileFields.topics(List.of(Needed.text("topic", body.topic()))).stream()
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("topic must not be blank"));
  }

  private static @Nullable String actor() {
    return Callers.current().name();
  }

  private ResponseEntity<Object> answer(AccountResult result) {
    return switch (result) {
      case AccountResult.Done(var id, _) ->
          shown(staff.find(Math.toIntExact(id)), "There is no person %d.".formatted(id));
      case AccountResult.Refused(var why) -> Problems.of(HttpStatus.CONFLICT, "not-possible", why);
      case AccountResult.NoSuch(var what) -> Problems.of(HttpStatus.NOT_FOUND, "not-found", what);
    };
  }
}
