package dev.switchboard.engine.incident.cause;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What reports talk about. A report about a topic is a mixture: some of its words are the topic's,
 * the others common. Words that usual reports hardly use say much, others little.
 *
 * <p>How many words are the topic's is not known; {@link #of} is asked for several shares, and the
 * likeliest is kept.
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

  private final List<ListedWords> listed;

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
    listed = topics.stream().map(words -> new ListedWords(words, usual)).toList();
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
   * What each report talks about: foretold from the reports before it, foretold from those after
   * it, and the geometric mean of both. From those before alone, the first reports of an incident
   * would look like any others, and a burst of something else like its beginning.
   *
   * @param share how many words of a report are its topic's, 0–1
   * @param members how likely each report is one of the incident, 0–1
   */
  List<Talk> of(List<Report> reports, double share, double[] members) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    List<int[]> said = new ArrayList<>();
    for (Report report : reports) {
      said.add(
          report.words().stream()
              .mapToInt(word -> numbers.computeIfAbsent(word, _ -> numbers.size()))
              .toArray());
    }
    String[] words = numbers.keySet().toArray(String[]::new);
    double[] common = Arrays.stream(words).mapToDouble(this::common).toArray();
    Said all = new Said(reports, said, words, common, share, members);
    Talk[] before = foretold(all, 0, 1);
    Talk[] after = foretold(all, members.length - 1, -1);
    List<Talk> talks = new ArrayList<>();
    for (int r = 0; r < members.length; r++) {
      talks.add(before[r].mean(after[r]));
    }
    return talks;
  }

  /** Reports with their words numbered. */
  private record Said(
      List<Report> reports,
      List<int[]> numbers,
      String[] words,
      double[] common,
      double share,
      double[] members) {}

  /** Each report from those that were looked at before it; not all of these are of the incident. */
  private Talk[] foretold(Said said, int first, int step) {
    LearnedTopic learned = new LearnedTopic(said.share(), said.common());
    Talk[] talks = new Talk[said.members().length];
    for (int r = first; r >= 0 && r < talks.length; r += step) {
      Talk talk = talk(said, r, learned, ownOf(said.words(), learned));
      double membership = said.members()[r];
      double belongs = membership * talk.outside();
      learned.add(said.numbers().get(r), belongs / (1 - membership + belongs));
      talks[r] = talk;
    }
    return talks;
  }

  private double[] ownOf(String[] words, LearnedTopic learned) {
    double[] ownOf = new double[topics.size()];
    for (int word = 0; word < words.length; word++) {
      double[] own = ofTopics.get(words[word]);
      for (int topic = 0; own != null && topic < ownOf.length; topic++) {
        ownOf[topic] += own[topic] > 0 ? learned.own(word) : 0;
      }
    }
    return ownOf;
  }

  private Talk talk(Said all, int r, LearnedTopic learned, double[] ownOf) {
    Report report = all.reports().get(r);
    double[] common = all.common();
    double share = all.share();
    double[] ratios = new double[topics.size()];
    double[] plain = new double[topics.size()];
    Arrays.fill(ratios, 1);
    Arrays.fill(plain, 1);
    double outside = 1;
    double[] rest = new double[topics.size()];
    for (int topic = 0; topic < rest.length; topic++) {
      ListedWords own = listed.get(topic);
      rest[topic] = learned.unlisted(own.unlisted(), own.mostUnlisted(), ownOf[topic]);
    }
    for (int word : all.numbers().get(r)) {
      double[] own = ofTopics.get(all.words()[word]);
      outside *= 1 - share + share * learned.outside(word) / common[word];
      for (int topic = 0; topic < ratios.length; topic++) {
        double usually = own == null ? 0 : own[topic];
        double now =
            usually > 0
                ? (1 - rest[topic]) * learned.listedWord(word, usually, ownOf[topic])
                : rest[topic] * learned.unlistedWord(word, ownOf[topic]);
        ratios[topic] *= 1 - share + share * now / common[word];
        plain[topic] *= 1 - share + share * ((1 - unlisted) * usually / common[word] + unlisted);
      }
    }
    ofProduct(report, ratios);
    ofProduct(report, plain);
    return new Talk(
        ratios, outside, services == 0 ? 1 : Arrays.stream(plain, 0, services).average().orElse(1));
  }

  /** How likely the next word of a report about nothing is this one. */
  private double common(String word) {
    double all = (usual.words().getOrDefault(word, 0) + UNSEEN) / (usualWords + UNSEEN_WORDS);
    return ofTopics.containsKey(word) ? RARER * all : all;
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
