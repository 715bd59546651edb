package dev.switchboard.store.people;

import dev.switchboard.engine.people.Permission;
import dev.switchboard.engine.people.Presence;
import dev.switchboard.engine.people.Profile;
import dev.switchboard.engine.people.Role;
import dev.switchboard.store.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Who could be given cases: those in the directory who are not disabled and may work on cases, in a
 * fixed number of statements. Any thread.
 */
public final class RosterReads {
  private static final String[] WORKERS =
      Arrays.stream(Role.values())
          .filter(role -> role.may(Permission.WORK_CASES))
          .map(Role::word)
          .toArray(String[]::new);

  private final Jdbi jdbi;

  public RosterReads(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** A person, as what they act, and what they do since when. */
  public record OnRoster(Profile profile, Role role, Presence presence, Instant since) {}

  private record Present(Role role, Presence presence, Instant since) {}

  /** All of them. */
  public List<OnRoster> all() {
    return jdbi.withHandle(h -> read(h, null));
  }

  /** Those of these names; who is not on the roster is left out. */
  public List<OnRoster> of(Collection<String> names) {
    return jdbi.withHandle(h -> read(h, names.toArray(new String[0])));
  }

  private static List<OnRoster> read(Handle handle, String @Nullable [] names) {
    Map<Integer, Present> present = new LinkedHashMap<>();
    handle
        .createQuery(
            """
            SELECT p.id, p.role, r.presence, coalesce(r.since, 'epoch') AS since
            FROM people p LEFT JOIN presence r ON r.person_id = p.id
            WHERE p.capacity IS NOT NULL AND p.disabled_at IS NULL
              AND (p.role IS NULL OR p.role = ANY(:workers))
              AND (:names::text[] IS NULL OR p.name = ANY(:names))
            ORDER BY p.id
            """)
        .bind("workers", WORKERS)
        .bind("names", names)
        .map(
            (row, _) -> {
              String word = row.getString("presence");
              Presence presence = word == null ? Presence.OFF : PresenceRows.read(word);
              return present.put(
                  row.getInt("id"),
                  new Present(role(row.getString("role")), presence, Times.read(row, "since")));
            })
        .list();
    List<OnRoster> people = new ArrayList<>();
    Map<Integer, Profile> profiles = ProfileRows.read(handle, present.keySet());
    present.forEach(
        (id, is) -> {
          Profile profile = profiles.get(id);
          if (profile != null) {
            people.add(new OnRoster(profile, is.role(), is.presence(), is.since()));
          }
        });
    return people;
  }

  /** Who has no account acts as an agent. */
  private static Role role(@Nullable String word) {
    return word == null ? Role.AGENT : Role.find(word).orElse(Role.READ_ONLY);
  }
}
