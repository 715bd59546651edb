package dev.switchboard.server.people;

/**
 * What it takes to try one password: how much memory Argon2id fills, and how often.
 *
 * @param memoryKib at least 8
 * @param passes at least 1
 */
public record PasswordWork(int memoryKib, int passes) {
  /** The first choice of the OWASP Password Storage Cheat Sheet. No setting makes it less. */
  public static final PasswordWork DEFAULT = new PasswordWork(19_456, 2);

  public PasswordWork {
    if (memoryKib < 8 || passes < 1) {
      throw new IllegalArgumentException("at least 8 KiB and one pass");
    }
  }
}
