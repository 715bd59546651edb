package dev.switchboard.store.intake;

import org.jspecify.annotations.Nullable;

/**
 * An author as stored.
 *
 * @param language BCP 47: what they were last surely known to write in, or null
 * @param muted whether nobody wants to hear from them
 */
record KnownAuthor(long id, @Nullable String language, boolean muted) {
  KnownAuthor writing(String other) {
    return new KnownAuthor(id, other, muted);
  }
}
