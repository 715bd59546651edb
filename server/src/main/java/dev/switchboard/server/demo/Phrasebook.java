package dev.switchboard.server.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Everything that is said in the demo. To add a language, write {@code phrases_XX.txt} like the
 * others and name it in {@code languages.txt}. Immutable.
 */
public final class Phrasebook {
  /** Another post by somebody who still waits. */
  static final String AGAIN = "again";

  /** What the same post says after an edit, added at its end. */
  static final String EDIT = "edit";

  /** A reaction to an answer that did not help. */
  static final String ASK_AGAIN = "askagain";

  /** An answer to somebody who has had one. */
  static final String ANSWER_AGAIN = "answer.again";

  /** An answer to a post that the demo did not write. */
  static final String ANSWER_GENERAL = "answer.general";

  private final PhraseFile world;
  private final List<Phrases> languages;
  private final List<Integer> weights;

  private Phrasebook(PhraseFile world, List<Phrases> languages, List<Integer> weights) {
    this.world = world;
    this.languages = List.copyOf(languages);
    this.weights = List.copyOf(weights);
  }

  /**
   * Reads the phrases that come with the program.
   *
   * @throws IllegalArgumentException with file, line and reason, if they can't be used
   */
  public static Phrasebook load() {
    PhraseFile world = file("world.txt");
    List<Phrases> languages = new ArrayList<>();
    List<Integer> weights = new ArrayList<>();
    for (String line : lines("languages.txt")) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] words = line.strip().split("\\s+", -1);
      if (words.length != 2 || !words[1].matches("[1-9]\\d{0,5}")) {
        throw new IllegalArgumentException(
            "languages.txt: \"%s\" is not a language and its weight, as: en 40".formatted(line));
      }
      PhraseFile own = file("phrases_" + words[0] + ".txt");
      languages.add(new Phrases(words[0], own, world, requiredSections()));
      weights.add(Integer.valueOf(words[1]));
    }
    return new Phrasebook(world, languages, weights);
  }

  static List<String> requiredSections() {
    Set<String> sections =
        new LinkedHashSet<>(List.of(AGAIN, EDIT, ASK_AGAIN, ANSWER_AGAIN, ANSWER_GENERAL));
    for (Intent intent : Intent.values()) {
      sections.add(intent.section());
      sections.add(intent.answerSection());
    }
    return List.copyOf(sections);
  }

  List<Phrases> languages() {
    return languages;
  }

  /** The phrases of a language, given as a BCP 47 tag, or English. */
  Phrases of(String tag) {
    String base = tag.split("-", 2)[0];
    return languages.stream()
        .filter(phrases -> phrases.language().equals(base))
        .findFirst()
        .orElse(languages.getFirst());
  }

  Phrases draw(Random random) {
    int left = random.nextInt(weights.stream().mapToInt(Integer::intValue).sum());
    int i = 0;
    while ((left -= weights.get(i)) >= 0) {
      i++;
    }
    return languages.get(i);
  }

  /** A line of a section of the made-up world, such as a name. */
  String worldly(String section, Random random) {
    List<Template> lines = world.sections().get(section);
    if (lines == null) {
      throw new IllegalArgumentException("world.txt has no section [%s]".formatted(section));
    }
    return Phrases.pick(lines, random).fill(slot -> "{" + slot + "}");
  }

  private static PhraseFile file(String name) {
    return PhraseFile.parse(name, lines(name));
  }

  private static List<String> lines(String name) {
    try (InputStream in = Phrasebook.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException(name + " is missing beside " + Phrasebook.class);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(name + " can't be read", e);
    }
  }
}
