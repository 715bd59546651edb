package dev.switchboard.server.desk;

import dev.switchboard.engine.casework.CaseFile;
import dev.switchboard.engine.casework.Refusal;
import dev.switchboard.store.triage.Judged;
import org.jspecify.annotations.Nullable;

/** What became of something said of a post. */
public sealed interface PostResult {
  /**
   * It is done and committed.
   *
   * @param post the post; of several, the one that opened the case
   * @param label what triage learns from, or what was taken back; null if it was known already
   * @param judged what stands said of the post now, or null
   * @param file the case that it concerned, as it is now, or null
   * @param model the version of the model that decides for the brand now
   */
  record Done(
      long post, @Nullable Long label, @Nullable Judged judged, @Nullable CaseFile file, int model)
      implements PostResult {}

  /** Refused on account of the case, which is as {@code file} says. */
  record Refused(Refusal refusal, CaseFile file) implements PostResult {}

  /** It makes no sense for this post; {@code sentence} says why. */
  record NotPossible(long post, String sentence) implements PostResult {}

  /** There is no such post of a customer. */
  record NoSuchPost(long id) implements PostResult {}

  record NoSuchCase(long id) implements PostResult {}
}
