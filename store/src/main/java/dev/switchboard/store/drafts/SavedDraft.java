package dev.switchboard.store.drafts;

import org.jspecify.annotations.Nullable;

/** What became of a draft that was to be saved. */
public sealed interface SavedDraft {
  /** It is committed; a text that is empty has removed it. */
  record Kept(long revision) implements SavedDraft {}

  /**
   * Another page of the same person has saved a revision that is as large or larger.
   *
   * @param now what is kept, or null if it has gone meanwhile
   */
  record Overtaken(@Nullable Draft now) implements SavedDraft {}

  record NoSuchCase(long id) implements SavedDraft {}
}
