package dev.switchboard.server.people;

import dev.switchboard.store.people.Account;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What people sign in with, and what they are called. */
public final class Logins {
  public static final int MAX_LOGIN_CHARS = 120;
  public static final int MAX_NAME_CHARS = 80;

  static final String TAKEN =
      "There is somebody of that name or sign-in name already; choose another.";

  private Logins() {}

  static String normal(String login) {
    return login.strip().toLowerCase(Locale.ROOT);
  }

  /** What is wrong with a name and a login, in a sentence; null if nothing is. */
  static @Nullable String problem(String name, String login) {
    if (name.isBlank()
        || name.length() > MAX_NAME_CHARS
        || name.chars().anyMatch(Character::isISOControl)) {
      return "A name has 1 to %d characters.".formatted(MAX_NAME_CHARS);
    }
    boolean plain =
        login.chars().noneMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c));
    return login.isEmpty() || login.length() > MAX_LOGIN_CHARS || !plain
        ? "A sign-in name has 1 to %d characters and no spaces; an e-mail address will do."
            .formatted(MAX_LOGIN_CHARS)
        : null;
  }

  static List<String> words(Account who) {
    return List.of(who.name(), who.login());
  }
}
