package dev.switchboard.engine.incident.cause;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What reports talk about. A report about a topic is a mixture: some of its words are the topic's,
 * the others common. Words that usual reports hardly use say much, others little.
 *
 * <p>How many words are the topic's is not known; {@link #byTopic} is asked for several shares, and
 * the likeliest is kept.
 */
final class TopicModel {
  private static final double UNSEEN = 0.5;
  private static final double UNSEEN_WORDS = 1_000;

  /** A word of a topic is rarer in reports about nothing than in all usual reports. */
  private static final double RARER = 0.2;

  private static final double RIGHT_PRODUCT = 0.8;

  private final Usual usual;
  private final List<Set<String>> topics;
  private final int services;
  private final double unlisted;
  private final double usualWords;

  private final Map<String, Integer> listings = new HashMap<>();

  /** By word: how likely a word of each topic is this one; 0 where it is not of the topic. */
  private final Map<String, double[]> ofTopics = new HashMap<>();

  /**
   * @param topics the words of each, as {@link Words} makes them: first services, then changes
   * @param services how many of them are services: what these list is not changed by what follows
   * @param unlisted how much of the talk is in words that are not listed, 0–1
   */
  TopicModel(Usual usual, List<Set<String>> topics, int services, double unlisted) {
    this.usual = usual;
    this.topics = List.copyOf(topics);
    this.services = services;
    this.unlisted = unlisted;
    usualWords = usual.words().values().stream().mapToInt(Integer::intValue).sum();
    topics.subList(0, services).forEach(words -> words.forEach(this::list));
    for (int topic = 0; topic < topics.size(); topic++) {
      double sum = topics.get(topic).stream().sorted().mapToDouble(this::use).sum();
      for (String word : topics.get(topic)) {
        ofTopics.computeIfAbsent(word, _ -> new double[topics.size()])[topic] = use(word) / sum;
      }
    }
  }

  private void list(String word) {
    listings.merge(word, 1, Integer::sum);
  }

  /** How much a listed word is used: the map may list words that nobody says. */
  private double use(String word) {
    return 1 + usual.words().getOrDefault(word, 0) / (double) listings.getOrDefault(word, 1);
  }

  /**
   * By report and topic: how likely its words and product are, over those of a report about
   * nothing.
   *
   * @param share how many words of a report are its topic's, 0–1
   */
  List<double[]> byTopic(List<Report> reports, double share) {
    List<double[]> ratios = new ArrayList<>();
    for (Report report : reports) {
      double[] ratio = new double[topics.size()];
      double plain = 1 - share + share * unlisted;
      Arrays.fill(ratio, Math.pow(plain, report.words().size()));
      for (String word : report.words()) {
        double[] own = ofTopics.get(word);
        if (own == null) {
          continue;
        }
        double common =
            RARER * (usual.words().getOrDefault(word, 0) + UNSEEN) / (usualWords + UNSEEN_WORDS);
        for (int topic = 0; topic < ratio.length; topic++) {
          ratio[topic] *= 1 + share * (1 - unlisted) * own[topic] / common / plain;
        }
      }
      ofProduct(report, ratio);
      ratios.add(ratio);
    }
    return ratios;
  }

  /** A product that is called like a topic names it, most of the time. */
  private void ofProduct(Report report, double[] ratio) {
    if (report.product() == null) {
      return;
    }
    Set<String> product = Words.of(report.product());
    boolean[] match = new boolean[ratio.length];
    int matches = 0;
    for (int topic = 0; topic < ratio.length; topic++) {
      match[topic] = product.stream().anyMatch(topics.get(topic)::contains);
      matches += match[topic] && topic < services ? 1 : 0;
    }
    for (int topic = 0; topic < ratio.length && matches > 0; topic++) {
      double right = match[topic] ? RIGHT_PRODUCT * services / matches : 0;
      ratio[topic] *= 1 - RIGHT_PRODUCT + right;
    }
  }
}
