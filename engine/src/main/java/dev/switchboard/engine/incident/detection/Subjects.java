package dev.switchboard.engine.incident.detection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a report speaks of, by words and phrases written by hand: all its subjects, where triage
 * names only the strongest. Words are compared by their stems. Immutable; any thread may ask.
 */
final class Subjects {
  /** More subjects of a report than this are not counted. */
  static final int MAX_SUBJECTS = 8;

  private static final Subjects LOADED = load();

  private record Phrase(String[] stems, Evidence.About subject) {
    boolean fits(List<String> words, int at) {
      if (at + stems.length > words.size()) {
        return false;
      }
      for (int i = 1; i < stems.length; i++) {
        if (!stems[i].equals(words.get(at + i))) {
          return false;
        }
      }
      return true;
    }
  }

  /** By their first stem. */
  private final Map<String, List<Phrase>> phrases = new HashMap<>();

  private Subjects() {}

  /** Those that come with the program. */
  static Subjects shipped() {
    return LOADED;
  }

  /**
   * Reads lines of "subject: phrase | phrase"; empty ones and those that begin with # say nothing.
   *
   * @throws IllegalArgumentException naming the line that is none of these
   */
  static Subjects parse(String text) {
    Subjects subjects = new Subjects();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        int colon = line.indexOf(':');
        if (colon < 1) {
          throw new IllegalArgumentException(
              "line %d of the subjects is not \"subject: phrase | phrase\"".formatted(number));
        }
        subjects.add(line.substring(0, colon), line.substring(colon + 1));
      }
    }
    return subjects;
  }

  private void add(String name, String list) {
    Evidence.About subject = new Evidence.About(name);
    for (String phrase : list.split("\\|")) {
      String[] stems = phrase.strip().replace("'", "").split(" +");
      for (int i = 0; i < stems.length; i++) {
        stems[i] = ReportWords.stem(stems[i]);
      }
      phrases.computeIfAbsent(stems[0], _ -> new ArrayList<>()).add(new Phrase(stems, subject));
    }
  }

  /** The subjects of a text, given by the stems of all its words, in order. */
  Set<Evidence> of(List<String> stems) {
    Set<Evidence> found = new LinkedHashSet<>();
    for (int at = 0; at < stems.size() && found.size() < MAX_SUBJECTS; at++) {
      for (Phrase phrase : phrases.getOrDefault(stems.get(at), List.of())) {
        if (phrase.fits(stems, at) && found.size() < MAX_SUBJECTS) {
          found.add(phrase.subject());
        }
      }
    }
    return found;
  }

  private static Subjects load() {
    try (InputStream in = Subjects.class.getResourceAsStream("subjects.txt")) {
      if (in == null) {
        throw new IllegalStateException("subjects.txt is not part of the program");
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException impossible) {
      throw new UncheckedIOException("subjects.txt can't be read", impossible);
    }
  }
}
