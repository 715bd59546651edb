package dev.switchboard.server.people;

import java.text.Normalizer;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * What a password must be, and how it is kept: Argon2id with 19 MiB and two passes (the first
 * choice of the OWASP Password Storage Cheat Sheet), in Java, its method written before it so that
 * a better one can follow. Any thread; so that many sign-ins at once don't eat the memory, few hash
 * at a time.
 */
public final class Passwords {
  public static final int MIN_CHARS = 12;
  public static final int MAX_CHARS = 128;

  private static final String METHOD = "argon2id-19m-2";
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int LANES = 1;
  private static final int MAX_AT_ONCE = 4;
  private static final Duration MAX_WAIT = Duration.ofSeconds(10);

  private final PasswordEncoder encoder;
  private final Semaphore places = new Semaphore(MAX_AT_ONCE);
  private final String nobodys;

  /** Too many sign in at once; worth another try. */
  public static final class TooBusy extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooBusy() {
      super("Too many people sign in at this moment; try again in a few seconds.");
    }
  }

  public Passwords() {
    this(PasswordWork.DEFAULT);
  }

  /** Those that were kept with less are outdated. */
  public Passwords(PasswordWork work) {
    encoder =
        new DelegatingPasswordEncoder(
            METHOD,
            Map.of(
                METHOD,
                new Argon2PasswordEncoder(
                    SALT_BYTES, HASH_BYTES, LANES, work.memoryKib(), work.passes()),
                "bcrypt",
                new BCryptPasswordEncoder()));
    nobodys = hash(Secrets.fresh());
  }

  /**
   * What is wrong with a new password, in a sentence; null if nothing is.
   *
   * @param own words that anyone knows of this person: name and login
   */
  public static @Nullable String problem(String password, Collection<String> own) {
    String text = normal(password);
    int chars = text.codePointCount(0, text.length());
    if (chars < MIN_CHARS) {
      return "A password has at least %d characters; a few words in a row do well."
          .formatted(MIN_CHARS);
    }
    if (chars > MAX_CHARS) {
      return "A password has at most %d characters.".formatted(MAX_CHARS);
    }
    return CommonPasswords.isCommon(text, own)
        ? "That is one of the passwords that are guessed first. Choose words that don't go together."
        : null;
  }

  public String hash(String password) {
    return bounded(() -> encoder.encode(normal(password)));
  }

  /**
   * Whether this is the password. Takes as long for people who don't exist.
   *
   * @param hash null if there is nobody, or no password
   */
  public boolean matches(String password, @Nullable String hash) {
    // Nobody has one that long; hashing it would only be work.
    String text = normal(password.length() > 4 * MAX_CHARS ? "" : password);
    boolean same = bounded(() -> encoder.matches(text, hash == null ? nobodys : hash));
    return same && hash != null;
  }

  /** Whether it is kept by an older method. */
  public boolean isOutdated(String hash) {
    return encoder.upgradeEncoding(hash);
  }

  /** The same letters from any keyboard are the same password. */
  private static String normal(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }

  private <T> T bounded(Supplier<T> work) {
    try {
      if (!places.tryAcquire(MAX_WAIT.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new TooBusy();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new TooBusy();
    }
    try {
      return work.get();
    } finally {
      places.release();
    }
  }
}
