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
    double misled = suspects.listed(change).misled();
    Map<Scene, Double> scenes = new LinkedHashMap<>();
    places.forEach(
        (region, inRegion) ->
            releases.forEach(
                (version, ofVersion) -> {
                  double share = inRegion * ofVersion;
                  scenes.merge(
                      new Scene(topics, region, version), (1 - misled) * share, Double::sum);
                  scenes.merge(new Scene(Map.of(), region, version), misled * share, Double::sum);
                }));
    return scenes;
  }

  /**
   * If none of the changes did it: a service breaks by itself, or something that is on no map. By
   * the service's name; an empty one stands for what is on no map.
   */
  Map<String, Map<Scene, Double>> none() {
    Map<String, Map<Scene, Double>> none = new LinkedHashMap<>();
    List<Scene> topics = topicsOfNone();
    for (int i = 0; i < topics.size(); i++) {
      Scene scene = topics.get(i);
      double others = (1 - settings.outside()) / Math.max(1, topics.size() - 1);
      double share = topics.size() == 1 ? 1 : i == 0 ? settings.outside() : others;
      Map<Scene, Double> scenes = new LinkedHashMap<>();
      shares(null, regions, regions.places(), UNCAUSED_IN_ONE_REGION)
          .forEach(
              (region, inRegion) ->
                  scenes.put(new Scene(scene.topics(), region, null), share * inRegion));
      none.put(i == 0 ? "" : map.services().get(i - 1).name(), scenes);
    }
    return none;
  }

  /** The same, wherever it is: what is on no map first, then each service in the map's order. */
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
