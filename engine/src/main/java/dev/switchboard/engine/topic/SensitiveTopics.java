package dev.switchboard.engine.topic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Tells which sensitive topics a post touches on. The cost grows with the length of the text, not
 * with the number of phrases. Immutable; any thread.
 */
public final class SensitiveTopics {
  /** Nothing is sensitive. */
  public static final SensitiveTopics NONE = new SensitiveTopics(List.of());

  public static final SensitiveTopics USUAL = new SensitiveTopics(UsualTopics.all());

  /** So much of a text is read. */
  private static final int MAX_CHARS = 8_192;

  private final Map<String, List<Phrase>> byFirstWord = new HashMap<>();
  private final Map<String, Set<String>> byIntent = new HashMap<>();

  private record Phrase(List<String> words, String topic) {}

  public SensitiveTopics(List<SensitiveTopic> topics) {
    for (SensitiveTopic topic : topics) {
      for (String phrase : topic.phrases()) {
        List<String> words = words(phrase);
        if (words.isEmpty()) {
          throw new IllegalArgumentException(
              "\"%s\" of topic %s has no word in it".formatted(phrase, topic.name()));
        }
        byFirstWord
            .computeIfAbsent(words.getFirst(), _ -> new ArrayList<>())
            .add(new Phrase(words, topic.name()));
      }
      for (String intent : topic.intents()) {
        byIntent
            .computeIfAbsent(intent.toLowerCase(Locale.ROOT), _ -> new HashSet<>())
            .add(topic.name());
      }
    }
  }

  /**
   * The names of the topics, in alphabetical order.
   *
   * @param intent what triage says that the post is about, or null
   */
  public Set<String> of(String text, @Nullable String intent) {
    Set<String> found = new TreeSet<>();
    if (intent != null) {
      found.addAll(byIntent.getOrDefault(intent.toLowerCase(Locale.ROOT), Set.of()));
    }
    if (!byFirstWord.isEmpty()) {
      List<String> words = words(text);
      for (int i = 0; i < words.size(); i++) {
        for (Phrase phrase : byFirstWord.getOrDefault(words.get(i), List.of())) {
          if (begins(words, i, phrase.words())) {
            found.add(phrase.topic());
          }
        }
      }
    }
    return found;
  }

  private static boolean begins(List<String> words, int at, List<String> phrase) {
    return at + phrase.size() <= words.size()
        && words.subList(at, at + phrase.size()).equals(phrase);
  }

  /** Runs of letters and digits, lower case; an apostrophe within is left out. */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    int end = Math.min(text.length(), MAX_CHARS);
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        word.append(Character.toLowerCase(c));
      } else if (c != '\'' && c != '’' && !word.isEmpty()) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    if (!word.isEmpty()) {
      words.add(word.toString());
    }
    return words;
  }
}
