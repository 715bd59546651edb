package dev.switchboard.store.people;

import dev.switchboard.engine.people.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person who can sign in.
 *
 * @param name as colleagues see it, unique
 * @param login what they sign in with, lower case, unique
 * @param passwordHash with the name of its method; null until they have chosen a password
 * @param reviewed whether they are new, so that a colleague approves their replies
 * @param disabledAt since when they can't sign in; null if they can
 */
public record Account(
    int id,
    String name,
    String login,
    Role role,
    @Nullable String passwordHash,
    @Nullable Instant passwordChangedAt,
    @Nullable Instant disabledAt,
    Instant createdAt,
    boolean reviewed) {

  public boolean isDisabled() {
    return disabledAt != null;
  }
}
