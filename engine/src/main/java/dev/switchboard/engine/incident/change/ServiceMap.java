package dev.switchboard.engine.incident.change;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which service depends on which. Cycles are allowed, and names that are only depended on; case
 * does not matter. Immutable.
 */
public final class ServiceMap {
  /** A map without services. */
  public static final ServiceMap EMPTY = new ServiceMap(List.of());

  private final Map<String, Service> services = new LinkedHashMap<>();
  private final Map<String, List<String>> dependsOn = new LinkedHashMap<>();
  private final Map<String, List<String>> neededBy = new LinkedHashMap<>();

  /**
   * @throws IllegalArgumentException if two services have one name
   */
  public ServiceMap(Collection<Service> all) {
    for (Service service : all) {
      if (services.put(key(service.name()), service) != null) {
        throw new IllegalArgumentException("service " + service.name() + " is on the map twice");
      }
    }
    for (Service service : all) {
      for (String other : new LinkedHashSet<>(service.dependsOn())) {
        services.putIfAbsent(key(other), Service.named(other));
        link(dependsOn, service.name(), other);
        link(neededBy, other, service.name());
      }
    }
    neededBy.values().forEach(names -> names.sort(null));
    dependsOn.values().forEach(names -> names.sort(null));
  }

  /** All services, those first that the map describes, in its order. */
  public List<Service> services() {
    return List.copyOf(services.values());
  }

  public Optional<Service> find(String name) {
    return Optional.ofNullable(services.get(key(name)));
  }

  /**
   * The service and all that need it, nearest first, each with its distance in steps: what a
   * failure of the service can reach. A name that is not on the map reaches itself.
   */
  public Map<String, Integer> reachedFrom(String name) {
    return closure(name, neededBy);
  }

  /** The service and all that it needs, nearest first, each with its distance in steps. */
  public Map<String, Integer> neededFor(String name) {
    return closure(name, dependsOn);
  }

  private Map<String, Integer> closure(String name, Map<String, List<String>> edges) {
    Map<String, Integer> distances = new LinkedHashMap<>();
    Deque<String> open = new ArrayDeque<>();
    distances.put(shown(name), 0);
    open.add(shown(name));
    while (!open.isEmpty()) {
      String next = open.remove();
      int distance = distances.getOrDefault(next, 0) + 1;
      for (String other : edges.getOrDefault(key(next), List.of())) {
        if (distances.putIfAbsent(other, distance) == null) {
          open.add(other);
        }
      }
    }
    return distances;
  }

  private void link(Map<String, List<String>> edges, String from, String to) {
    edges.computeIfAbsent(key(from), _ -> new ArrayList<>()).add(shown(to));
  }

  /** The name as the map writes it. */
  private String shown(String name) {
    return find(name).map(Service::name).orElse(name);
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
