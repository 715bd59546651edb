package dev.switchboard.engine.triage.language;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The language of a post.
 *
 * @param tag BCP 47
 * @param source who says so
 * @param lasting whether the author's next posts may be taken to be in it, too
 */
public record PostLanguage(String tag, LanguageSource source, boolean lasting) {

  /**
   * The order of precedence: what is declared, then what the author wrote before, then what the
   * words say; null if nobody knows.
   *
   * @param declared as the network sent it; {@code und} and the like declare nothing
   * @param earlier of the author's earlier posts
   * @param guess of the words, sure enough to be used
   */
  public static @Nullable PostLanguage choose(
      @Nullable String declared, @Nullable String earlier, @Nullable Guess guess) {
    if (declared != null && declares(declared)) {
      return new PostLanguage(declared, LanguageSource.DECLARED, true);
    }
    if (earlier != null) {
      return new PostLanguage(earlier, LanguageSource.AUTHOR, false);
    }
    return guess == null
        ? null
        : new PostLanguage(guess.language(), LanguageSource.TEXT, guess.lasting());
  }

  /**
   * Whether a tag names a language. ISO 639-2 has codes for "not known" and the like, and leaves
   * those from qaa to qtz to their users: networks say with them that a post is links or names.
   */
  public static boolean declares(String tag) {
    int end = tag.indexOf('-');
    String primary = (end < 0 ? tag : tag.substring(0, end)).toLowerCase(Locale.ROOT);
    return switch (primary) {
      case "", "und", "zxx", "mul", "mis", "x", "i" -> false;
      default ->
          !(primary.length() == 3
              && primary.compareTo("qaa") >= 0
              && primary.compareTo("qtz") <= 0);
    };
  }
}
