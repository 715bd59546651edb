package dev.switchboard.store.people;

import dev.switchboard.engine.people.Permission;
import dev.switchboard.engine.people.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Who can hold cases. Any thread. */
public final class Colleagues {
  private static final int MAX_NAMES = 1_000;

  private final Jdbi jdbi;

  public Colleagues(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Somebody whom the company knows.
   *
   * @param role null for one who has only been named, and can't sign in
   */
  public record Colleague(String name, @Nullable Role role, boolean disabled) {
    public boolean canHold() {
      return !disabled && (role == null || role.may(Permission.WORK_CASES));
    }
  }

  public Optional<Colleague> find(String name) {
    return jdbi.withHandle(
        h ->
            h.createQuery("SELECT name, role, disabled_at FROM people WHERE name = :name")
                .bind("name", name)
                .map(
                    (row, _) -> {
                      String role = row.getString("role");
                      return new Colleague(
                          row.getString("name"),
                          role == null ? null : Role.find(role).orElse(Role.READ_ONLY),
                          row.getObject("disabled_at") != null);
                    })
                .findOne());
  }

  /** All who can hold cases, by name; at most 1,000. */
  public List<String> names() {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    SELECT name FROM people
                    WHERE disabled_at IS NULL AND (role IS NULL OR role = ANY (:roles))
                    ORDER BY lower(name), id LIMIT :limit
                    """)
                .bindArray("roles", String.class, workingRoles())
                .bind("limit", MAX_NAMES)
                .mapTo(String.class)
                .list());
  }

  private static List<String> workingRoles() {
    return Arrays.stream(Role.values())
        .filter(role -> role.may(Permission.WORK_CASES))
        .map(Role::word)
        .toList();
  }
}
