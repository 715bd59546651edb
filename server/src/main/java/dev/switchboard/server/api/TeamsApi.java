package dev.switchboard.server.api;

import dev.switchboard.server.people.AccountResult;
import dev.switchboard.server.people.Teams;
import dev.switchboard.server.web.Callers;
import dev.switchboard.store.reads.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Teams: listed, made, renamed, removed. */
@RestController
public final class TeamsApi {
  private final Teams teams;

  public TeamsApi(Teams teams) {
    this.teams = teams;
  }

  record NameBody(@Nullable String name) {}

  /** The team that was made or changed. */
  record Done(long id) {}

  @GetMapping("/api/v1/teams")
  Page<StaffJson.Team> teams() {
    return new Page<>(teams.all().stream().map(StaffJson::of).toList(), null);
  }

  @PostMapping("/api/v1/teams")
  ResponseEntity<Object> add(@RequestBody NameBody body) {
    return answer(teams.add(actor(), Needed.text("name", body.name())));
  }

  @PostMapping("/api/v1/teams/{id}/rename")
  ResponseEntity<Object> rename(@PathVariable int id, @RequestBody NameBody body) {
    return answer(teams.rename(actor(), id, Needed.text("name", body.name())));
  }

  @PostMapping("/api/v1/teams/{id}/remove")
  ResponseEntity<Object> remove(@PathVariable int id) {
    return answer(teams.remove(actor(), id));
  }

  private static @Nullable String actor() {
    return Callers.current().name();
  }

  private static ResponseEntity<Object> answer(AccountResult result) {
    return switch (result) {
      case AccountResult.Done(var id, _) -> ResponseEntity.ok(new Done(id));
      case AccountResult.Refused(var why) -> Problems.of(HttpStatus.CONFLICT, "not-possible", why);
      case AccountResult.NoSuch(var what) -> Problems.of(HttpStatus.NOT_FOUND, "not-found", what);
    };
  }
}
