package dev.switchboard.engine.incident.change;

import java.util.List;

/**
 * One service of the map.
 *
 * @param dependsOn services that it needs; names that are not on the map are allowed
 * @param words what customers call it or what they do with it
 * @param regions where it runs; empty if not said
 */
public record Service(
    String name, List<String> dependsOn, List<String> words, List<String> regions) {

  public Service {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a service needs a name");
    }
    dependsOn = List.copyOf(dependsOn);
    words = List.copyOf(words);
    regions = List.copyOf(regions);
  }

  /** A service of which only the name is known. */
  public static Service named(String name) {
    return new Service(name, List.of(), List.of(), List.of());
  }
}
