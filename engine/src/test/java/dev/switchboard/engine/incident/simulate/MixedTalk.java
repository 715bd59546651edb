package dev.switchboard.engine.incident.simulate;

import java.util.ArrayList;
import java.util.List;

/**
 * How customers talk in {@link StagedSimulator}: each report mixes 300 common words, 20 words of
 * complaint and its topic's, in shares of its own; one word in fourteen is misspelt. A topic has 10
 * words, some used far more than others; two are common words, too. One report in six names nothing
 * but its anger. The map lists each of the six most used words in 60 %, now and then a word of
 * another service, words that nobody uses, and for one service in ten nothing.
 */
final class MixedTalk {
  private static final int COMMON = 300;
  private static final int COMPLAINTS = 20;
  private static final int OWN = 10;
  private static final int POLYSEMOUS = 2;
  private static final double MISSPELT = 1.0 / 14;
  private static final double ANGER_ONLY = 1.0 / 6;

  private final Draws draws;
  private final Spelling spelling;
  private final List<String> common;
  private final double[] commonShares = new double[COMMON];
  private final List<String> complaints;
  private final List<List<String>> own = new ArrayList<>();
  private final List<double[]> ownShares = new ArrayList<>();

  /** What a report says, and whether it names its topic at all. */
  record Said(List<String> words, boolean names) {}

  MixedTalk(Draws draws, int topics) {
    this.draws = draws;
    spelling = new Spelling(draws);
    common = words(COMMON);
    complaints = words(COMPLAINTS);
    for (int i = 0; i < COMMON; i++) {
      commonShares[i] = 1 / (i + 3.0);
    }
    for (int topic = 0; topic < topics; topic++) {
      List<String> words = words(OWN);
      double[] shares = draws.shares(OWN);
      for (int i = 0; i < OWN; i++) {
        shares[i] *= OWN - i;
      }
      for (int i = 0; i < POLYSEMOUS; i++) {
        words.set(1 + draws.below(OWN - 1), common.get(draws.below(COMMON)));
      }
      own.add(words);
      ownShares.add(shares);
    }
  }

  String newWord() {
    return spelling.word();
  }

  /** The word by which customers know the topic best. */
  String name(int topic) {
    return own.get(topic).getFirst();
  }

  List<String> listed(int service) {
    List<String> listed = new ArrayList<>();
    if (draws.chance(0.1)) {
      return listed;
    }
    for (int i = 0; i < 6; i++) {
      if (draws.chance(0.6)) {
        listed.add(own.get(service).get(i));
      }
    }
    if (draws.chance(0.3)) {
      listed.add(own.get(draws.below(own.size() - 1)).get(draws.below(OWN)));
    }
    for (int i = draws.below(3); i > 0; i--) {
      listed.add(spelling.word());
    }
    return listed;
  }

  Said about(int topic) {
    boolean names = !draws.chance(ANGER_ONLY);
    double share = names ? draws.uniform(0.1, 0.6) : 0;
    double angry = names ? 0.15 : 0.5;
    List<String> words = new ArrayList<>();
    for (int i = 3 + draws.poisson(5); i > 0; i--) {
      words.add(draws.chance(share) ? word(topic) : filler(angry));
    }
    return new Said(words, names);
  }

  List<String> smallTalk() {
    List<String> words = new ArrayList<>();
    for (int i = 2 + draws.poisson(6); i > 0; i--) {
      words.add(filler(0.03));
    }
    return words;
  }

  private String word(int topic) {
    return spelt(own.get(topic).get(draws.weighted(ownShares.get(topic))));
  }

  private String filler(double angry) {
    return draws.chance(angry)
        ? complaints.get(draws.below(COMPLAINTS))
        : spelt(common.get(draws.weighted(commonShares)));
  }

  private String spelt(String word) {
    return draws.chance(MISSPELT) ? spelling.misspelt(word) : word;
  }

  private List<String> words(int count) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      words.add(spelling.word());
    }
    return words;
  }
}
