package dev.switchboard.engine.triage.language;

import dev.switchboard.engine.post.Post;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks the words of a post for its language where nobody else says it, and believes only a sure
 * answer. The bounds were chosen by measurement, see docs/evaluation.md. Any thread.
 */
public final class Languages {
  /** Asks nobody: only what is declared or was written before counts. */
  public static final Languages NONE = new Languages(LanguageIdentifier.NONE, _ -> true);

  /** Fewer letters, as bytes of UTF-8, and any language may be meant. */
  static final int MIN_BYTES = 20;

  static final double SURE_FROM = 0.95;

  /** What a guess must be to stand for the author's next posts, too: one error would be many. */
  static final int LASTING_MIN_BYTES = 40;

  static final double LASTING_FROM = 0.99;

  private final LanguageIdentifier identifier;
  private final Remembered remembered;

  /** Whether it is remembered in which language the author of a post writes. Any thread. */
  @FunctionalInterface
  public interface Remembered {
    boolean isAuthorKnown(Post post);
  }

  /**
   * @param remembered spares the identifier work; it need not know all that the store knows
   */
  public Languages(LanguageIdentifier identifier, Remembered remembered) {
    this.identifier = identifier;
    this.remembered = remembered;
  }

  /** What the words say, or null if they aren't needed or aren't sure. */
  public @Nullable Guess guess(Post post) {
    String declared = post.language();
    boolean told = declared != null && PostLanguage.declares(declared);
    return told || remembered.isAuthorKnown(post) ? null : guess(post.text());
  }

  /** What the words of a text say, or null if they aren't sure. */
  public @Nullable Guess guess(String text) {
    String words = PlainWords.of(text);
    int bytes = letterBytes(words);
    if (bytes < MIN_BYTES) {
      return null;
    }
    Optional<Guess> guess = identifier.guess(words);
    if (guess.isEmpty() || guess.get().probability() < SURE_FROM) {
      return null;
    }
    Guess sure = guess.get();
    boolean lasting = bytes >= LASTING_MIN_BYTES && sure.probability() >= LASTING_FROM;
    return new Guess(sure.language(), sure.probability(), lasting);
  }

  /** A letter says the more the more bytes it takes: 20 Latin letters, or 7 of Chinese. */
  private static int letterBytes(String words) {
    int bytes = 0;
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (c != ' ') {
        // A pair of surrogates takes four bytes.
        bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
      }
    }
    return bytes;
  }
}
