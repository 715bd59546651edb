package dev.switchboard.server.api;

import dev.switchboard.server.people.Caller;
import dev.switchboard.server.people.Sessions;
import dev.switchboard.server.web.Callers;
import dev.switchboard.server.web.NotYou;
import dev.switchboard.store.reads.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where one is signed in. */
@RestController
public final class SessionsApi {
  private final Sessions sessions;

  public SessionsApi(Sessions sessions) {
    this.sessions = sessions;
  }

  record Ended(long id, boolean ended) {}

  @GetMapping("/api/v1/sessions")
  Page<PeopleJson.Session> sessions() {
    Caller.Person self = self();
    return new Page<>(
        sessions.of(self.person()).stream().map(row -> PeopleJson.of(row, self.session())).toList(),
        null);
  }

  @PostMapping("/api/v1/sessions/{id}/end")
  public ResponseEntity<Object> end(@PathVariable long id) {
    Caller.Person self = self();
    return sessions.end(self.person(), id, self.name())
        ? ResponseEntity.ok(new Ended(id, true))
        : Problems.noSuch("open session of yours", id);
  }

  private static Caller.Person self() {
    if (Callers.current() instanceof Caller.Person person) {
      return person;
    }
    throw new NotYou("Only people who have signed in have sessions.");
  }
}
