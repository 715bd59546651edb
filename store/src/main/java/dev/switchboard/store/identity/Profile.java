package dev.switchboard.store.identity;

import dev.switchboard.engine.identity.Identity;
import dev.switchboard.engine.identity.PublicHandle;
import org.jspecify.annotations.Nullable;

/**
 * What a person chose to be in public.
 *
 * @param publicPage whether they want to stand on the page of the people behind the brand
 * @param handle of their own page; null if they never chose one
 * @param helpsWith in their words, or null
 */
public record Profile(
    Identity identity,
    boolean publicPage,
    @Nullable PublicHandle handle,
    @Nullable String helpsWith) {
  public static final int MAX_HELPS_WITH_CHARS = 200;

  public Profile {
    if (publicPage && handle == null) {
      throw new IllegalArgumentException("A public page needs an address.");
    }
    if (helpsWith != null && helpsWith.length() > MAX_HELPS_WITH_CHARS) {
      throw new IllegalArgumentException(
          "What you help with has at most %d characters.".formatted(MAX_HELPS_WITH_CHARS));
    }
  }
}
