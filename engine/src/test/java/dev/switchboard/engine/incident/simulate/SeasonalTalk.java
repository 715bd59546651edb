package dev.switchboard.engine.incident.simulate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How customers talk in {@link SeasonalSimulator}: 500 common words and, for each topic, 12 of its
 * own, each used three quarters as much as the one before; three of them are used of another topic,
 * too. A report takes a tenth, a quarter or half of its words from its topic. Of an incident, two
 * reports in five say one of two new words that nobody used before. The map lists one to five of a
 * service's words, the most used first of all, and at times a common one.
 */
final class SeasonalTalk {
  /** For a word that usual reports never use: how likely it is in one of the incident. */
  static final double NEW = 0.2;

  static final double[] SHARES = {0.1, 0.25, 0.5};

  private static final int COMMON = 500;
  private static final int OWN = 12;
  private static final double LESS = 0.75;

  private final Draws draws;
  private final Spelling spelling;
  private final List<String> common = new ArrayList<>();
  private final double[] commonWeights = new double[COMMON];
  private final double[] ownWeights = new double[OWN];
  private final Map<String, Double> commonShares = new HashMap<>();
  private final List<List<String>> own = new ArrayList<>();
  private final List<Map<String, Double>> ownShares = new ArrayList<>();
  private final List<String> newWords;

  SeasonalTalk(Draws draws, int topics) {
    this.draws = draws;
    spelling = new Spelling(draws);
    for (int i = 0; i < COMMON; i++) {
      common.add(spelling.word());
      commonWeights[i] = Math.pow(i + 2, -0.9);
    }
    shares(common, commonWeights, commonShares);
    for (int i = 0; i < OWN; i++) {
      ownWeights[i] = Math.pow(LESS, i);
    }
    for (int topic = 0; topic < topics; topic++) {
      own.add(topic());
      Map<String, Double> shares = new HashMap<>();
      shares(own.get(topic), ownWeights, shares);
      ownShares.add(shares);
    }
    newWords = draws.chance(0.5) ? List.of(spelling.word(), spelling.word()) : List.of();
  }

  private List<String> topic() {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < OWN; i++) {
      boolean shared = i % 4 == 3 && !own.isEmpty();
      words.add(shared ? own.get(draws.below(own.size())).get(draws.below(OWN)) : spelling.word());
    }
    return words;
  }

  private static void shares(List<String> words, double[] weights, Map<String, Double> to) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    for (int i = 0; i < weights.length; i++) {
      to.merge(words.get(i), weights[i] / sum, Double::sum);
    }
  }

  /** Two services in five are called by a word that customers use. */
  String name(int service) {
    return draws.chance(0.4) ? own.get(service).get(draws.below(3)) : spelling.word();
  }

  List<String> listed(int service) {
    List<String> listed = new ArrayList<>();
    for (int i = 1 + draws.below(5); i > 0; i--) {
      String word = own.get(service).get(draws.weighted(ownWeights));
      if (!listed.contains(word)) {
        listed.add(word);
      }
    }
    if (draws.chance(0.25)) {
      listed.add(common.get(draws.below(COMMON)));
    }
    return listed;
  }

  /** What a report says; a negative topic stands for none. */
  List<String> about(int topic, boolean ofIncident) {
    double share = topic < 0 ? 0 : SHARES[draws.below(SHARES.length)];
    List<String> words = new ArrayList<>();
    for (int i = 3 + draws.poisson(4); i > 0; i--) {
      words.add(
          draws.chance(share)
              ? own.get(topic).get(draws.weighted(ownWeights))
              : common.get(draws.weighted(commonWeights)));
    }
    if (ofIncident && !newWords.isEmpty() && draws.chance(newWords.size() * NEW)) {
      words.add(newWords.get(draws.below(newWords.size())));
    }
    return words;
  }

  boolean isNew(String word) {
    return newWords.contains(word);
  }

  /** How likely a report about the topic says these words, new ones left aside. */
  double likelihood(List<String> words, int topic) {
    double likelihood = 0;
    for (double share : SHARES) {
      double each = 1.0 / SHARES.length;
      for (String word : words) {
        if (!isNew(word)) {
          double about = topic < 0 ? 0 : ownShares.get(topic).getOrDefault(word, 0.0);
          double now = topic < 0 ? 0 : share;
          each *= now * about + (1 - now) * commonShares.getOrDefault(word, 0.0);
        }
      }
      likelihood += each;
    }
    return likelihood;
  }
}
