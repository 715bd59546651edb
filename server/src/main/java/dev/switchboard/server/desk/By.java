package dev.switchboard.server.desk;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who decides.
 *
 * @param agent in whose name
 * @param caller who that really is, as far as they have signed in or shown a key of theirs; or null
 * @param approves whether they may approve what others drafted where no flow names anybody for it
 */
public record By(String agent, @Nullable String caller, boolean approves) {
  /** All names that this is. */
  Set<String> people() {
    Set<String> people = new HashSet<>();
    people.add(agent);
    if (caller != null) {
      people.add(caller);
    }
    return people;
  }
}
