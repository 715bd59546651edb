package dev.switchboard.engine.people;

import java.util.Collection;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What may stand in the fields of a profile. Bad input is refused with a sentence. */
public final class ProfileFields {
  public static final int MAX_WORD_CHARS = 80;
  public static final int MAX_ENTRIES = 50;
  public static final int MAX_CAPACITY = 100;

  private ProfileFields() {}

  /** A name of something: 1 to 80 characters on one line, without blanks around it. */
  public static String word(String what, String text) {
    String word = text.strip().replaceAll("\\s+", " ");
    if (word.isEmpty() || word.length() > MAX_WORD_CHARS) {
      throw new IllegalArgumentException(
          "%s has 1 to %d characters, not %d".formatted(what, MAX_WORD_CHARS, word.length()));
    }
    if (word.chars().anyMatch(c -> Character.isISOControl(c) || c == ';')) {
      throw new IllegalArgumentException(
          "%s has no semicolon and no control character: \"%s\"".formatted(what, word));
    }
    return word;
  }

  /** Names, at most 50. */
  public static List<String> words(String what, Collection<String> texts) {
    return bounded(what, texts).stream()
        .filter(text -> !text.isBlank())
        .map(text -> word(what, text))
        .distinct()
        .toList();
  }

  /** Topics: names in lower case. */
  public static List<String> topics(Collection<String> texts) {
    return words("a topic", texts).stream()
        .map(topic -> topic.toLowerCase(Locale.ROOT))
        .distinct()
        .toList();
  }

  /** Languages as BCP 47 tags, for example {@code de} or {@code pt-BR}. */
  public static List<String> languages(Collection<String> texts) {
    return words("a language", texts).stream().map(ProfileFields::language).distinct().toList();
  }

  private static String language(String text) {
    try {
      Locale locale = new Locale.Builder().setLanguageTag(text).build();
      if (!locale.getDisplayLanguage(Locale.ENGLISH).equals(locale.getLanguage())) {
        return locale.toLanguageTag();
      }
    } catch (IllformedLocaleException _) {
      // Said below, as for one that nobody knows.
    }
    throw new IllegalArgumentException(
        "\"%s\" is no language; write a tag such as de, en or pt-BR".formatted(text));
  }

  /** Skills such as {@code refunds:4}; without a level, 3. The last of a name counts. */
  public static List<Skill> skills(Collection<String> texts) {
    Map<String, Skill> skills = new LinkedHashMap<>();
    for (String text : bounded("a skill", texts)) {
      if (!text.isBlank()) {
        Skill skill = skill(text);
        skills.put(skill.name(), skill);
      }
    }
    return List.copyOf(skills.values());
  }

  private static Skill skill(String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 0) {
      return new Skill(text, 3);
    }
    String level = text.substring(colon + 1).strip();
    if (!level.matches("\\d{1,3}")) {
      throw new IllegalArgumentException(
          "\"%s\" is no skill; write one such as refunds:4, with a level of 1 to %d"
              .formatted(text.strip(), Skill.MAX_LEVEL));
    }
    return new Skill(text.substring(0, colon), Integer.parseInt(level));
  }

  /** What the cases that one holds may weigh together. */
  public static int capacity(String text) {
    String stripped = text.strip();
    int capacity = stripped.matches("\\d{1,6}") ? Integer.parseInt(stripped) : -1;
    if (capacity < 0 || capacity > MAX_CAPACITY) {
      throw new IllegalArgumentException(
          "capacity must be 0 to %d, not \"%s\"".formatted(MAX_CAPACITY, stripped));
    }
    return capacity;
  }

  private static Collection<String> bounded(String what, Collection<String> texts) {
    if (texts.size() > MAX_ENTRIES) {
      throw new IllegalArgumentException(
          "at most %d entries stand here (%s each), not %d"
              .formatted(MAX_ENTRIES, what, texts.size()));
    }
    return texts;
  }
}
