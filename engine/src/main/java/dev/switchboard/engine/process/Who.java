package dev.switchboard.engine.process;

import dev.switchboard.engine.people.Permission;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Who may act.
 *
 * @param groups whoever is in one of them; none: everybody who answers customers
 */
public record Who(List<Group> groups) {
  public static final int MAX_GROUPS = 20;

  /** Everybody who answers customers. */
  public static final Who EVERYBODY = new Who(List.of());

  public Who {
    groups = groups.stream().distinct().toList();
    if (groups.size() > MAX_GROUPS) {
      throw new IllegalArgumentException(
          "there are at most %d groups, not %d".formatted(MAX_GROUPS, groups.size()));
    }
  }

  public static Who of(Group... groups) {
    return new Who(List.of(groups));
  }

  /** Whether somebody is among them; who may only read never is. */
  public boolean has(Actor actor) {
    return actor.role().may(Permission.WORK_CASES)
        && (groups.isEmpty() || groups.stream().anyMatch(group -> group.has(actor)));
  }

  /** For example {@code agents of Social, or volunteers who know baggage}. */
  public String words() {
    return groups.isEmpty()
        ? "everybody who answers customers"
        : groups.stream().map(Group::words).collect(Collectors.joining(", or "));
  }
}
