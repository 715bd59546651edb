package dev.switchboard.store.people;

import dev.switchboard.engine.people.Permission;
import dev.switchboard.engine.people.Role;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An API key, with its person as they are now.
 *
 * @param scopes what it was made for; its person's role may allow less
 * @param usedAt when last, to within some minutes; null if never
 */
public record KeyRow(
    long id,
    String name,
    Set<Permission> scopes,
    int person,
    String personName,
    Role role,
    Instant createdAt,
    @Nullable Instant usedAt,
    @Nullable Instant revokedAt) {
  public KeyRow {
    scopes = Set.copyOf(scopes);
  }
}
