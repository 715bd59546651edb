package dev.switchboard.server.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Secrets that we make ourselves: sessions, keys, links. Each has 256 bits of chance, so nobody can
 * guess one from its hash, however fast they hash; a slow hash, as for passwords, would protect
 * nothing and cost every request. Any thread.
 */
public final class Secrets {
  private static final int BYTES = 32;
  private static final SecureRandom CHANCE = new SecureRandom();

  private Secrets() {}

  /** A new one, 43 characters that need no escaping anywhere. */
  public static String fresh() {
    byte[] bytes = new byte[BYTES];
    CHANCE.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Its SHA-256: what the database knows of it. */
  public static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
