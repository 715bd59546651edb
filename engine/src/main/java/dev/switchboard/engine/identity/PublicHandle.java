package dev.switchboard.engine.identity;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The last part of the address of a person's public page.
 *
 * @param word 2 to 40 letters of a to z, digits and hyphens, which don't stand at an end
 */
public record PublicHandle(String word) {
  private static final int MAX_CHARS = 40;

  /**
   * Takes what a person typed.
   *
   * @throws IllegalArgumentException with a sentence, if it is none
   */
  public PublicHandle {
    if (!word.matches("[a-z0-9](?:[a-z0-9-]{0,%d}[a-z0-9])".formatted(MAX_CHARS - 2))) {
      throw new IllegalArgumentException(
          "The address of your page has 2 to %d letters from a to z, digits and hyphens."
              .formatted(MAX_CHARS));
    }
  }

  /** Made of a name; "someone" if it has no letters that can stand in an address. */
  public static PublicHandle ofName(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}+", "")
            .replaceAll("[^a-z0-9]+", "-");
    String cut = plain.substring(0, Math.min(plain.length(), MAX_CHARS));
    String word = cut.replaceAll("^-+|-+$", "");
    return new PublicHandle(word.length() < 2 ? "someone" : word);
  }
}
