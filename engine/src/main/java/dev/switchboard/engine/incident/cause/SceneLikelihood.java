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
  private final List<Talk> talks;
  private final double[] members;
  private final Map<Scene, double[]> known = new HashMap<>();

  /**
   * @param talks {@link TopicModel}'s answer
   * @param members how likely each report is one of the incident, 0–1
   */
  SceneLikelihood(
      OnsetModel onsets,
      PlaceModel regions,
      PlaceModel versions,
      CauseSettings settings,
      List<Talk> talks,
      double[] members) {
    this.onsets = onsets;
    this.regions = regions;
    this.versions = versions;
    this.settings = settings;
    this.talks = talks;
    this.members = members;
  }

  /** For each onset, the logarithm of the reports' likelihood. */
  double[] logs(Scene scene) {
    return known.computeIfAbsent(scene, of -> onsets.logs(ratios(of)));
  }

  /** For each report, how likely it is in the scene, over as a usual one. */
  double[] ratios(Scene scene) {
    boolean outside = scene.topics().isEmpty();
    int[] topics = scene.topics().keySet().stream().mapToInt(topic -> topic).sorted().toArray();
    double[] shares = new double[topics.length + 1];
    double named = 0;
    for (int i = 0; i < topics.length; i++) {
      shares[i] = scene.topics().getOrDefault(topics[i], 0.0);
      named += shares[i];
    }
    shares[topics.length] = outside ? settings.confusion() : 1 - named;
    Seen seen = new Seen(outside ? new double[] {1 - shares[0], shares[0]} : shares);
    double[] ratios = new double[talks.size()];
    double[] each = new double[outside ? 2 : topics.length + 1];
    // Latest first, as the first reports are the least certain to belong.
    for (int r = ratios.length - 1; r >= 0; r--) {
      Talk talk = talks.get(r);
      each[0] = talk.outside();
      for (int i = 0; i < topics.length; i++) {
        each[i] = talk.topics()[topics[i]];
      }
      each[each.length - 1] = talk.random();
      double usual = settings.smallTalk() + (1 - settings.smallTalk()) * talk.random();
      ratios[r] =
          seen.next(each, members[r])
              / usual
              * regions.ratio(r, scene.region())
              * versions.ratio(r, scene.version());
    }
    return ratios;
  }

  /**
   * Which topics reports of a scene name: as the map says at first, then more and more as the
   * reports after did (a Pólya urn), as nobody knows how much customers see of a service.
   */
  private static final class Seen {
    private static final double PRIOR_REPORTS = 4;

    private final double[] weights;
    private double sum = PRIOR_REPORTS;

    Seen(double[] shares) {
      weights = shares.clone();
      for (int i = 0; i < weights.length; i++) {
        weights[i] *= PRIOR_REPORTS;
      }
    }

    double next(double[] each, double membership) {
      double likelihood = 0;
      for (int i = 0; i < each.length; i++) {
        likelihood += weights[i] * each[i];
      }
      for (int i = 0; i < each.length && likelihood > 0; i++) {
        weights[i] += membership * weights[i] * each[i] / likelihood;
      }
      double mean = likelihood / sum;
      sum += membership;
      return mean;
    }
  }
}
