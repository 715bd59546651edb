package dev.switchboard.engine.identity;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The letters by which a person signs, for example JD in {@code ^JD}.
 *
 * @param letters 1 to 3, in capitals where the script has them
 */
public record Signature(String letters) {
  public static final int MAX_LETTERS = 3;

  /**
   * Takes what a person typed.
   *
   * @throws IllegalArgumentException with a sentence, if it is no signature
   */
  public Signature {
    letters = letters.strip();
    letters = letters.startsWith("^") ? letters.substring(1) : letters;
    letters = Normalizer.normalize(letters, Normalizer.Form.NFC).toUpperCase(Locale.ROOT);
    int count = letters.codePointCount(0, letters.length());
    if (count < 1 || count > MAX_LETTERS || !letters.codePoints().allMatch(Character::isLetter)) {
      throw new IllegalArgumentException(
          "A signature is 1 to %d letters, for example JD.".formatted(MAX_LETTERS));
    }
  }

  /** The initials of a name, of the first two words and the last; X if it has no letters. */
  public static Signature ofName(String name) {
    String[] words = name.strip().split("[^\\p{L}]+");
    StringBuilder initials = new StringBuilder();
    for (int i = 0; i < words.length; i++) {
      boolean counts = i < MAX_LETTERS - 1 || i == words.length - 1;
      if (counts && !words[i].isEmpty()) {
        String capital = new String(Character.toChars(words[i].codePointAt(0)));
        capital = Normalizer.normalize(capital, Normalizer.Form.NFC).toUpperCase(Locale.ROOT);
        initials.append(capital, 0, capital.offsetByCodePoints(0, 1));
      }
    }
    return new Signature(initials.isEmpty() ? "X" : initials.toString());
  }
}
