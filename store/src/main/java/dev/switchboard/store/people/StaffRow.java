package dev.switchboard.store.people;

import dev.switchboard.engine.people.CaseWeights;
import dev.switchboard.engine.people.Presence;
import dev.switchboard.engine.people.Profile;
import dev.switchboard.engine.people.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person as the directory shows them.
 *
 * @param login null for one who can't sign in, as is {@code role}
 * @param invited whether they have a login and have not chosen a password yet
 * @param reviewed whether a colleague approves their replies before they go out
 * @param since when their presence began; null if they have never said any
 * @param held what they hold now
 * @param seenAt when they were last seen, to within a minute; null if never
 */
public record StaffRow(
    int id,
    Profile profile,
    @Nullable String login,
    @Nullable Role role,
    boolean invited,
    boolean disabled,
    boolean reviewed,
    Presence presence,
    @Nullable Instant since,
    List<CaseWeights.Held> held,
    @Nullable Instant seenAt,
    Instant createdAt) {
  public StaffRow {
    held = List.copyOf(held);
  }

  public String name() {
    return profile.person();
  }
}
