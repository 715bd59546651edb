package dev.switchboard.engine.incident.simulate;

import java.util.ArrayList;
import java.util.List;

/**
 * How customers talk in {@link RolloutSimulator}: in set phrases. Each service has 8 of them, made
 * of its own 6 words and of complaints that all share; the map lists 2–5 of the own words. One word
 * in twelve is misspelt, and small talk of a day's own mood is mixed in.
 */
final class TemplateTalk {
  private static final int OWN_WORDS = 6;
  private static final int PHRASES = 8;
  private static final int COMPLAINTS = 25;
  private static final int MOOD_WORDS = 120;
  private static final double MISSPELT = 1.0 / 12;

  private final Draws draws;
  private final Spelling spelling;
  private final List<String> complaints;
  private final List<String> mood;
  private final double[] moodShares;
  private final List<List<String>> own = new ArrayList<>();
  private final List<List<List<String>>> phrases = new ArrayList<>();

  TemplateTalk(Draws draws, int services) {
    this.draws = draws;
    spelling = new Spelling(draws);
    complaints = words(COMPLAINTS);
    mood = words(MOOD_WORDS);
    moodShares = draws.shares(MOOD_WORDS);
    for (int i = 0; i <= services; i++) {
      List<String> words = words(OWN_WORDS);
      if (i > 0 && draws.chance(0.4)) {
        words.set(0, own.get(draws.below(i)).get(draws.below(OWN_WORDS)));
      }
      own.add(words);
      phrases.add(phrases(words));
    }
  }

  /** The words of a service that its map lists. */
  List<String> listed(int service) {
    return List.copyOf(own.get(service).subList(0, 2 + draws.below(4)));
  }

  String newWord() {
    return spelling.word();
  }

  /** What a report about this topic says; the topic after the last service is on no map. */
  List<String> about(int topic) {
    List<String> words = new ArrayList<>(phrases.get(topic).get(draws.below(PHRASES)));
    words.addAll(smallTalk(draws.poisson(3)));
    words.replaceAll(word -> draws.chance(MISSPELT) ? spelling.misspelt(word) : word);
    return words;
  }

  List<String> smallTalk(int count) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      words.add(mood.get(draws.weighted(moodShares)));
    }
    return words;
  }

  private List<List<String>> phrases(List<String> words) {
    List<List<String>> made = new ArrayList<>();
    for (int i = 0; i < PHRASES; i++) {
      List<String> phrase = new ArrayList<>();
      for (int w = 1 + draws.below(2); w > 0; w--) {
        phrase.add(words.get(draws.below(words.size())));
      }
      for (int w = 1 + draws.below(3); w > 0; w--) {
        phrase.add(complaints.get(draws.below(COMPLAINTS)));
      }
      made.add(phrase);
    }
    return made;
  }

  private List<String> words(int count) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      words.add(spelling.word());
    }
    return words;
  }
}
