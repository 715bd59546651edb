package dev.switchboard.store.identity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person as everybody may read of them, because they want it.
 *
 * @param name or the pseudonym
 * @param helpsWith in their words, or null
 * @param languages BCP 47
 */
public record PublicPerson(
    String handle, String name, @Nullable String helpsWith, List<String> languages, Instant since) {
  public PublicPerson {
    languages = List.copyOf(languages);
  }
}
