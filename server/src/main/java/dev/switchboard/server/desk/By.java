package dev.switchboard.server.desk;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who decides.
 *
 * @param agent in whose name
 * @param caller who that really is, as far as they have signed in or shown a key of theirs; or null
 */
public record By(String agent, @Nullable String caller) {
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
