package dev.switchboard.engine.process;

import dev.switchboard.engine.people.Role;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** As what somebody acts in a flow. {@link #word()} is how flows name it. */
public enum FlowRole {
  /** Another employee, who answers what they are certified for. */
  VOLUNTEER("volunteer", "volunteers", null),
  AGENT("agent", "agents", Role.AGENT),
  LEAD("lead", "leads", Role.LEAD),
  MANAGER("manager", "managers", Role.MANAGER),
  ADMINISTRATOR("administrator", "administrators", Role.ADMINISTRATOR);

  private final String word;
  private final String plural;
  private final @Nullable Role atLeast;

  FlowRole(String word, String plural, @Nullable Role atLeast) {
    this.word = word;
    this.plural = plural;
    this.atLeast = atLeast;
  }

  public String word() {
    return word;
  }

  /** How people read it. */
  public String plural() {
    return plural;
  }

  /** Leads may do what agents may, and so on; volunteers act as nothing else. */
  boolean isPlayedBy(Actor actor) {
    return atLeast == null
        ? actor.volunteer()
        : !actor.volunteer() && actor.role().compareTo(atLeast) >= 0;
  }

  public static Optional<FlowRole> find(String word) {
    for (FlowRole role : values()) {
      if (role.word.equals(word)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
