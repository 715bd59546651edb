package dev.switchboard.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.switchboard.engine.people.Permission;
import dev.switchboard.store.people.KeyRow;
import dev.switchboard.store.people.SessionRow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keys, sessions and what was made, as the API shows them. Never a hash. */
final class PeopleJson {
  private PeopleJson() {}

  record Key(
      long id,
      String name,
      String person,
      List<String> scopes,
      Instant createdAt,
      @Nullable Instant usedAt) {}

  record Session(long id, Instant createdAt, Instant seenAt, boolean current) {}

  /** What was made; {@code link} and {@code key} are shown this once. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Made(long id, @Nullable String link, @Nullable String key) {}

  static Key of(KeyRow key) {
    return new Key(
        key.id(),
        key.name(),
        key.personName(),
        key.scopes().stream().map(Permission::word).sorted().toList(),
        key.createdAt(),
        key.usedAt());
  }

  static Session of(SessionRow session, long current) {
    return new Session(
        session.id(), session.createdAt(), session.seenAt(), session.id() == current);
  }
}
