package dev.switchboard.engine.incident.cause;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How well each scene explains the reports, over that they are usual ones. Remembers its answers.
 */
final class SceneLikelihood {
  private final OnsetModel onsets;
  private final PlaceModel regions;
  private final PlaceModel versions;
  private final CauseSettings settings;
  private final int services;
  private final List<double[]> byTopic;
  private final Map<Scene, double[]> known = new HashMap<>();

  /**
   * @param services how many of the topics are services of the map
   * @param byTopic {@link TopicModel}'s answer
   */
  SceneLikelihood(
      OnsetModel onsets,
      PlaceModel regions,
      PlaceModel versions,
      CauseSettings settings,
      int services,
      List<double[]> byTopic) {
    this.onsets = onsets;
    this.regions = regions;
    this.versions = versions;
    this.settings = settings;
    this.services = services;
    this.byTopic = byTopic;
  }

  /** For each onset, the logarithm of the reports' likelihood. */
  double[] logs(Scene scene) {
    return known.computeIfAbsent(scene, of -> onsets.logs(ratios(of)));
  }

  /** For each report, how likely it is in the scene, over as a usual one. */
  double[] ratios(Scene scene) {
    double[] ratios = new double[byTopic.size()];
    double named = scene.topics().values().stream().sorted().mapToDouble(share -> share).sum();
    for (int r = 0; r < ratios.length; r++) {
      double[] topics = byTopic.get(r);
      double random = random(topics);
      boolean outside = scene.topics().isEmpty();
      double likelihood = outside ? 1 - settings.confusion() : 0;
      for (Map.Entry<Integer, Double> topic : scene.topics().entrySet()) {
        likelihood += topic.getValue() * topics[topic.getKey()];
      }
      likelihood += (outside ? settings.confusion() : 1 - named) * random;
      double usual = settings.smallTalk() + (1 - settings.smallTalk()) * random;
      ratios[r] =
          likelihood
              / usual
              * regions.ratio(r, scene.region())
              * versions.ratio(r, scene.version());
    }
    return ratios;
  }

  /** The mean over services: a report about any of them. */
  private double random(double[] topics) {
    if (services == 0) {
      return 1;
    }
    double sum = 0;
    for (int topic = 0; topic < services; topic++) {
      sum += topics[topic];
    }
    return sum / services;
  }
}
