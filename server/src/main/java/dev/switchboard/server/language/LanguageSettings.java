package dev.switchboard.server.language;

import com.carrotsearch.labs.langid.Model;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Which languages are told by a post's words. The fewer, the fewer mistakes: a short text is taken
 * for one of those that are asked about.
 *
 * @param languages ISO 639-1, two or more; none to ask no words at all
 */
public record LanguageSettings(Set<String> languages) {
  /** Asks no words: only what is declared, and what the author wrote before, counts. */
  public static final LanguageSettings OFF = new LanguageSettings(Set.of());

  /** Those that most public posts are written in. */
  public static final LanguageSettings DEFAULT =
      new LanguageSettings(
          Set.of(
              "ar", "bn", "cs", "da", "de", "el", "en", "es", "fi", "fr", "he", "hi", "hu", "id",
              "it", "ja", "ko", "nl", "no", "pl", "pt", "ro", "ru", "sv", "th", "tl", "tr", "uk",
              "vi", "zh"));

  private static final Pattern BETWEEN = Pattern.compile("[\\s,;]+");

  public LanguageSettings {
    languages = Set.copyOf(languages);
    if (languages.size() == 1) {
      throw new IllegalArgumentException("one language is no choice; name two, or say \"off\"");
    }
  }

  /**
   * Reads "off", or codes such as "en de fr".
   *
   * @throws IllegalArgumentException with a sentence, if a code is not known
   */
  public static LanguageSettings parse(String value) {
    String stripped = value.strip().toLowerCase(Locale.ROOT);
    if (stripped.equals("off")) {
      return OFF;
    }
    Set<String> known = Model.defaultModel().getDetectedLanguages();
    Set<String> named = new TreeSet<>(List.of(BETWEEN.split(stripped)));
    for (String code : named) {
      if (!known.contains(code)) {
        throw new IllegalArgumentException(
            "\"%s\" is no language that can be told by words; there are %s; or say \"off\""
                .formatted(code, String.join(" ", new TreeSet<>(known))));
      }
    }
    return new LanguageSettings(named);
  }

  public boolean isOff() {
    return languages.isEmpty();
  }

  /** The codes, sorted, one space apart; "off" if there are none. */
  @Override
  public String toString() {
    return isOff() ? "off" : String.join(" ", new TreeSet<>(languages));
  }
}
