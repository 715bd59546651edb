package dev.switchboard.engine.incident.simulate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws a {@link Company}: 5–15 services, each depending on up to three others (a tenth of the maps
 * has a cycle), 4–8 words a service of which a quarter is shared with others, three quarters of
 * them in the map, up to two more in the map that nobody uses; 2–5 regions, 4 versions.
 */
final class CompanyDraw {
  private static final int COMMON_WORDS = 150;
  private static final int SHARED_WORDS = 12;
  private static final int VERSIONS = 4;
  private static final double INTERNAL = 0.15;

  private final Draws draws;
  private final Spelling spelling;
  private final List<String> shared = new ArrayList<>();
  private final List<SimulatedService> services = new ArrayList<>();
  private final List<Map<String, Double>> topicWords = new ArrayList<>();

  CompanyDraw(Draws draws) {
    this.draws = draws;
    spelling = new Spelling(draws);
    for (int i = 0; i < SHARED_WORDS; i++) {
      shared.add(spelling.word());
    }
  }

  Company company() {
    int count = 5 + draws.below(11);
    List<String> regions =
        List.of("eu", "us", "asia", "africa", "pacific").subList(0, 2 + draws.below(4));
    boolean cycle = draws.chance(0.1);
    for (int i = 0; i < count; i++) {
      Map<String, Double> words = topic();
      topicWords.add(words);
      services.add(
          new SimulatedService(
              name(words), dependsOn(i, count, cycle), listed(words), runsIn(regions)));
    }
    topicWords.add(topic());
    Map<String, Double> common = common();
    topicWords.add(common);
    List<String> versions = new ArrayList<>();
    for (int i = 0; i < VERSIONS; i++) {
      versions.add((3 + i / 2) + "." + (i % 2) + "." + draws.below(10));
    }
    return new Company(
        List.copyOf(services),
        List.copyOf(topicWords),
        common,
        seenAt(),
        regions,
        draws.shares(regions.size()),
        versions,
        draws.shares(VERSIONS));
  }

  private Map<String, Double> topic() {
    int size = 4 + draws.below(5);
    double[] shares = draws.shares(size);
    Map<String, Double> words = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      String word = draws.chance(0.25) ? shared.get(draws.below(SHARED_WORDS)) : spelling.word();
      words.merge(word, shares[i], Double::sum);
    }
    return words;
  }

  /** Every other service is called by a word that customers use, too. */
  private String name(Map<String, Double> words) {
    String first = words.keySet().iterator().next();
    boolean used = !shared.contains(first) && draws.chance(0.5);
    return (used ? first : spelling.word()) + (draws.chance(0.5) ? "-service" : "");
  }

  private List<String> listed(Map<String, Double> words) {
    List<String> listed = new ArrayList<>();
    for (String word : words.keySet()) {
      if (draws.chance(0.75)) {
        listed.add(word);
      }
    }
    for (int i = draws.below(3); i > 0; i--) {
      listed.add(spelling.word());
    }
    return listed;
  }

  private List<Integer> dependsOn(int service, int count, boolean cycle) {
    List<Integer> dependsOn = new ArrayList<>();
    for (int i = draws.below(4); i > 0; i--) {
      int other = draws.below(count);
      boolean forward = other > service || cycle && other != service;
      if (forward && !dependsOn.contains(other)) {
        dependsOn.add(other);
      }
    }
    return dependsOn;
  }

  private List<String> runsIn(List<String> regions) {
    List<String> runsIn = new ArrayList<>(regions);
    runsIn.removeIf(_ -> draws.chance(0.3));
    return runsIn.isEmpty() ? regions : runsIn;
  }

  /** As often as Zipf says. */
  private Map<String, Double> common() {
    Map<String, Double> words = new HashMap<>();
    double sum = 0;
    for (int i = 1; i <= COMMON_WORDS; i++) {
      sum += 1.0 / i;
    }
    for (int i = 1; i <= COMMON_WORDS; i++) {
      words.put(spelling.word(), 1.0 / i / sum);
    }
    return words;
  }

  private double[][] seenAt() {
    double fall = draws.uniform(0.15, 0.5);
    double[] exposure = new double[services.size()];
    for (int i = 0; i < exposure.length; i++) {
      exposure[i] = draws.chance(0.7) ? 1 : INTERNAL;
    }
    double[][] seenAt = new double[services.size()][];
    for (int i = 0; i < seenAt.length; i++) {
      seenAt[i] = Spread.shares(services, i, fall, exposure);
    }
    return seenAt;
  }
}
