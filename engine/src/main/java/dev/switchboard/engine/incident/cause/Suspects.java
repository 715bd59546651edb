package dev.switchboard.engine.incident.cause;

import dev.switchboard.engine.incident.change.Change;
import dev.switchboard.engine.incident.change.ChangeType;
import dev.switchboard.engine.incident.change.Service;
import dev.switchboard.engine.incident.change.ServiceMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The topics that reports may talk about: each service of the map, by its name and words, and each
 * change whose summary says more than that or whose service is not on the map.
 */
final class Suspects {
  private static final int MAX_SUMMARY_WORDS = 10;

  /** A word that stands in more than every twentieth usual report tells nothing of a change. */
  private static final double MAX_USUAL_SHARE = 0.05;

  /** Parts of names that customers don't use. */
  private static final Set<String> TECHNICAL =
      Words.of(
          "service services svc server backend frontend api app web worker deploy deployment release"
              + " rollback roll back flag alert outage change version of for in on enable disable");

  private final ServiceMap map;
  private final Usual usual;
  private final List<Service> services;
  private final List<Set<String>> topics = new ArrayList<>();
  private final Map<String, Integer> indices = new HashMap<>();

  Suspects(ServiceMap map, Usual usual) {
    this.map = map;
    this.usual = usual;
    services = map.services();
    for (Service service : services) {
      indices.put(service.name(), topics.size());
      topics.add(words(service));
    }
  }

  /** How far the words of the change's service can be trusted. */
  ListedWords listed(Change change) {
    Service service = map.find(change.service()).orElseGet(() -> Service.named(change.service()));
    Integer known = indices.get(service.name());
    return new ListedWords(known == null ? Set.of() : topics.get(known), usual);
  }

  /** How many of the topics are services of the map; these come first. */
  int services() {
    return services.size();
  }

  List<Set<String>> topics() {
    return List.copyOf(topics);
  }

  static Set<String> words(Service service) {
    Set<String> words = new HashSet<>();
    service.words().forEach(word -> words.addAll(Words.of(word)));
    words.addAll(Words.of(service.name().replaceAll("[-_./]", " ")));
    words.removeAll(TECHNICAL);
    return words;
  }

  /** The weights of the topics that reports name when this change breaks its service. */
  Map<Integer, Double> seenAt(Change change, CauseSettings settings) {
    return seenAt(change.service(), own(change), settings);
  }

  /** The same when a service of the map breaks by itself. */
  Map<Integer, Double> seenAt(Service service, CauseSettings settings) {
    return seenAt(service.name(), indices.getOrDefault(service.name(), 0), settings);
  }

  private Map<Integer, Double> seenAt(String service, int own, CauseSettings settings) {
    Map<Integer, Double> weights = new LinkedHashMap<>();
    double sum = 0;
    for (Map.Entry<String, Integer> reached : map.reachedFrom(service).entrySet()) {
      int topic = reached.getValue() == 0 ? own : indices.getOrDefault(reached.getKey(), own);
      double weight = Math.pow(settings.falloff(), reached.getValue());
      weights.merge(topic, weight, Double::sum);
      sum += weight;
    }
    double all = sum;
    weights.replaceAll((_, weight) -> (1 - settings.confusion()) * weight / all);
    return weights;
  }

  /** The change's own topic: its service's unless its summary adds words. */
  private int own(Change change) {
    Service service = map.find(change.service()).orElseGet(() -> Service.named(change.service()));
    Set<String> words = words(service);
    int before = words.size();
    Words.of(change.summary()).stream()
        .filter(word -> !TECHNICAL.contains(word) && !isType(word) && isRare(word))
        .limit(MAX_SUMMARY_WORDS)
        .forEach(words::add);
    Integer known = indices.get(service.name());
    if (known != null && words.size() == before) {
      return known;
    }
    topics.add(words);
    return topics.size() - 1;
  }

  private boolean isRare(String word) {
    return usual.words().getOrDefault(word, 0) <= MAX_USUAL_SHARE * usual.reports();
  }

  private static boolean isType(String word) {
    return ChangeType.find(word.toLowerCase(Locale.ROOT)).isPresent();
  }
}
