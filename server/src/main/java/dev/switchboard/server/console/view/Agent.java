package dev.switchboard.server.console.view;

/** Who sits in front of the page: a name of 1 to 80 characters, chosen on the welcome page. */
public record Agent(String name) {
  public static final int MAX_NAME_CHARS = 80;

  public Agent {
    if (!isName(name)) {
      throw new IllegalArgumentException(
          "Please give a name of 1 to %d characters.".formatted(MAX_NAME_CHARS));
    }
  }

  public static boolean isName(String name) {
    return !name.isBlank()
        && name.length() <= MAX_NAME_CHARS
        && name.chars().noneMatch(Character::isISOControl);
  }
}
