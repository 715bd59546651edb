package dev.switchboard.engine.incident.cause;

import dev.switchboard.engine.incident.change.Change;
import dev.switchboard.engine.incident.change.ChangeType;
import dev.switchboard.engine.incident.change.Service;
import dev.switchboard.engine.incident.change.ServiceMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The scenes that a change, or none of them, allows, each with its share; shares sum to one. */
final class ScenesOf {
  /** Of changes that don't say a region, how many are in one. */
  private static final double UNSAID_REGION = 0.15;

  /** Of deploys that don't say a version, how many change one that reports name. */
  private static final double UNSAID_VERSION = 0.2;

  private static final double UNCAUSED_IN_ONE_REGION = 0.3;

  private final ServiceMap map;
  private final Suspects suspects;
  private final PlaceModel regions;
  private final PlaceModel versions;
  private final CauseSettings settings;

  ScenesOf(
      ServiceMap map,
      Suspects suspects,
      PlaceModel regions,
      PlaceModel versions,
      CauseSettings settings) {
    this.map = map;
    this.suspects = suspects;
    this.regions = regions;
    this.versions = versions;
    this.settings = settings;
  }

  /** If this change did it. */
  Map<Scene, Double> of(Change change) {
    Map<Integer, Double> topics = suspects.seenAt(change, settings);
    List<String> runsIn =
        map.find(change.service()).map(Service::regions).orElse(List.of()).stream()
            .map(regions::find)
            .filter(region -> region != null)
            .distinct()
            .toList();
    Map<@Nullable String, Double> places =
        shares(
            change.region(), regions, runsIn.isEmpty() ? regions.places() : runsIn, UNSAID_REGION);
    boolean versioned = change.type() == ChangeType.DEPLOY || change.type() == ChangeType.ROLLBACK;
    Map<@Nullable String, Double> releases =
        shares(change.version(), versions, versions.places(), versioned ? UNSAID_VERSION : 0);
    Map<Scene, Double> scenes = new LinkedHashMap<>();
    places.forEach(
        (region, inRegion) ->
            releases.forEach(
                (version, ofVersion) ->
                    scenes.merge(
                        new Scene(topics, region, version), inRegion * ofVersion, Double::sum)));
    return scenes;
  }

  /** If none of the changes did it: a service breaks by itself, or something that is on no map. */
  Map<Scene, Double> none() {
    Map<Scene, Double> scenes = new LinkedHashMap<>();
    List<Scene> topics = topicsOfNone();
    for (Scene scene : topics) {
      boolean outside = scene.topics().isEmpty();
      double share =
          topics.size() == 1
              ? 1
              : outside ? settings.outside() : (1 - settings.outside()) / (topics.size() - 1);
      shares(null, regions, regions.places(), UNCAUSED_IN_ONE_REGION)
          .forEach(
              (region, inRegion) ->
                  scenes.merge(
                      new Scene(scene.topics(), region, null), share * inRegion, Double::sum));
    }
    return scenes;
  }

  /** The same, wherever it is. */
  List<Scene> topicsOfNone() {
    List<Scene> scenes = new ArrayList<>();
    scenes.add(new Scene(Map.of(), null, null));
    for (Service service : map.services()) {
      scenes.add(new Scene(suspects.seenAt(service, settings), null, null));
    }
    return scenes;
  }

  /** A place that is said, or everywhere and each possible one; null stands for everywhere. */
  private static Map<@Nullable String, Double> shares(
      @Nullable String said, PlaceModel model, List<String> possible, double unsaid) {
    Map<@Nullable String, Double> shares = new LinkedHashMap<>();
    if (said != null || possible.isEmpty() || unsaid == 0) {
      shares.put(model.find(said), 1.0);
      return shares;
    }
    shares.put(null, 1 - unsaid);
    for (String place : possible) {
      shares.put(place, unsaid / possible.size());
    }
    return shares;
  }
}
