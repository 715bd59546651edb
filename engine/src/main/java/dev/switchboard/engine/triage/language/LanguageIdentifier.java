package dev.switchboard.engine.triage.language;

import java.util.Optional;

/**
 * Tells a language by the words alone. The same words always get the same answer. Any thread may
 * ask; the first to ask may wait for a model to load.
 */
@FunctionalInterface
public interface LanguageIdentifier {
  /** Knows no language. */
  LanguageIdentifier NONE = _ -> Optional.empty();

  /**
   * The likeliest language.
   *
   * @param words as {@link PlainWords} leaves them: at most {@value PlainWords#MAX_CHARS} chars
   */
  Optional<Guess> guess(String words);
}
