package dev.switchboard.engine.topic;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Something that a company is careful about.
 *
 * @param name lower-case letters, digits and hyphens, 1 to 40 characters
 * @param phrases words that tell of it; whole words, in any case
 * @param intents what triage says that a post is about, if that tells of it
 */
public record SensitiveTopic(String name, List<String> phrases, Set<String> intents) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");

  public SensitiveTopic {
    if (!isName(name)) {
      throw new IllegalArgumentException(
          "a topic's name has lower-case letters, digits and hyphens, not \"%s\"".formatted(name));
    }
    phrases = List.copyOf(phrases);
    intents = Set.copyOf(intents);
  }

  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }
}
