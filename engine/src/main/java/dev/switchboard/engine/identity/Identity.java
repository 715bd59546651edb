package dev.switchboard.engine.identity;

import org.jspecify.annotations.Nullable;

/**
 * As whom a person answers.
 *
 * @param name as colleagues know them
 * @param pseudonym what customers read instead, or null
 * @param signature chosen, or null for the initials of what customers read
 * @param signs false if they have opted out: then the brand signs, or nobody
 */
public record Identity(
    String name, @Nullable String pseudonym, @Nullable Signature signature, boolean signs) {
  public static final int MAX_PSEUDONYM_CHARS = 40;

  public Identity {
    if (pseudonym != null
        && (pseudonym.isBlank()
            || pseudonym.length() > MAX_PSEUDONYM_CHARS
            || pseudonym.chars().anyMatch(c -> c < ' '))) {
      throw new IllegalArgumentException(
          "A pseudonym has 1 to %d characters.".formatted(MAX_PSEUDONYM_CHARS));
    }
  }

  /** The name that customers read. */
  public String shown() {
    return pseudonym == null ? name : pseudonym;
  }

  /** The letters that stand behind a reply. */
  public Signature letters() {
    return signature == null ? Signature.ofName(shown()) : signature;
  }

  /** The first word of the name that customers read, as a letter is signed. */
  public String firstName() {
    return shown().strip().split("\\s+", 2)[0];
  }
}
