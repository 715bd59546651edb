package dev.switchboard.engine.people;

import java.util.Locale;

/**
 * What a person can do, as was declared.
 *
 * @param name lower case, 1 to 80 characters
 * @param level 1 (has begun) to 5 (teaches others)
 */
public record Skill(String name, int level) {
  public static final int MAX_LEVEL = 5;

  public Skill {
    name = ProfileFields.word("a skill", name).toLowerCase(Locale.ROOT);
    if (level < 1 || level > MAX_LEVEL) {
      throw new IllegalArgumentException(
          "the level of \"%s\" must be 1 to %d, not %d".formatted(name, MAX_LEVEL, level));
    }
  }

  /** As people write it, for example {@code refunds:4}. */
  public String text() {
    return name + ":" + level;
  }
}
