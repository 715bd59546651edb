package dev.switchboard.engine.incident.cause;

import dev.switchboard.engine.incident.change.ServiceMap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an incident touches.
 *
 * @param services the service that broke and all that depend on it, nearest first; empty if unknown
 * @param regions how many customers reported from each, most first; who did not say is left out
 * @param products the same of products
 * @param versions the same of versions
 * @param customersSeen distinct authors of reports
 * @param customersUnseenAtLeast a lower bound on those who would have reported and did not yet,
 *     from how many reported once and twice (Chao 1984, bias-corrected: Chao1); no estimate
 * @param reach followers of all authors together, each author once; readers may be counted twice
 * @param course reports over time, at equal steps from the first to the last, at most {@link
 *     #MAX_STEPS}; empty without reports
 */
public record BlastRadius(
    List<TouchedService> services,
    Map<String, Integer> regions,
    Map<String, Integer> products,
    Map<String, Integer> versions,
    int customersSeen,
    int customersUnseenAtLeast,
    long reach,
    List<Step> course) {

  /** How many steps the course has at most; steps are of whole minutes. */
  public static final int MAX_STEPS = 96;

  /**
   * @param distance steps from the service that broke, 0 for itself
   */
  public record TouchedService(String name, int distance) {}

  /**
   * One step of the course.
   *
   * @param reports in this step
   * @param customers who had reported by its end
   */
  public record Step(Instant from, int reports, int customers) {}

  /**
   * @param broken the service that broke, as the ranking or a person says; null if unknown
   * @param sightings in any order
   */
  public static BlastRadius of(
      @Nullable String broken, ServiceMap map, Collection<Sighting> sightings) {
    List<Sighting> ordered =
        sightings.stream()
            .sorted(Comparator.comparing(Sighting::at).thenComparing(Sighting::author))
            .toList();
    Map<String, Integer> reports = new HashMap<>();
    Map<String, Integer> followers = new HashMap<>();
    for (Sighting sighting : ordered) {
      reports.merge(sighting.author(), 1, Integer::sum);
      if (sighting.followers() != null) {
        followers.merge(sighting.author(), sighting.followers(), Math::max);
      }
    }
    return new BlastRadius(
        touched(broken, map),
        customers(ordered, Sighting::region),
        customers(ordered, Sighting::product),
        customers(ordered, Sighting::version),
        reports.size(),
        unseenAtLeast(reports.values()),
        followers.values().stream().mapToLong(Integer::longValue).sum(),
        course(ordered));
  }

  private static List<TouchedService> touched(@Nullable String broken, ServiceMap map) {
    return broken == null
        ? List.of()
        : map.reachedFrom(broken).entrySet().stream()
            .map(entry -> new TouchedService(entry.getKey(), entry.getValue()))
            .toList();
  }

  private static Map<String, Integer> customers(
      List<Sighting> sightings, Function<Sighting, @Nullable String> field) {
    Map<String, Set<String>> authors = new HashMap<>();
    for (Sighting sighting : sightings) {
      String value = field.apply(sighting);
      if (value != null) {
        authors.computeIfAbsent(value, _ -> new HashSet<>()).add(sighting.author());
      }
    }
    Map<String, Integer> counts = new LinkedHashMap<>();
    authors.entrySet().stream()
        .sorted(
            Comparator.comparingInt((Map.Entry<String, Set<String>> e) -> -e.getValue().size())
                .thenComparing(Map.Entry::getKey))
        .forEach(entry -> counts.put(entry.getKey(), entry.getValue().size()));
    return counts;
  }

  private static int unseenAtLeast(Collection<Integer> reportsByAuthor) {
    long once = reportsByAuthor.stream().filter(count -> count == 1).count();
    long twice = reportsByAuthor.stream().filter(count -> count == 2).count();
    // Without anybody who came back there is nothing to learn from: the bound would be a guess.
    boolean unknown = once == reportsByAuthor.size();
    return unknown ? 0 : Math.toIntExact(once * Math.max(0, once - 1) / (2 * (twice + 1)));
  }

  private static List<Step> course(List<Sighting> ordered) {
    if (ordered.isEmpty()) {
      return List.of();
    }
    Instant first = ordered.getFirst().at();
    long minutes = Duration.between(first, ordered.getLast().at()).toMinutes() + 1;
    Duration step = Duration.ofMinutes((minutes + MAX_STEPS - 1) / MAX_STEPS);
    List<Step> course = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    int next = 0;
    for (Instant from = first; next < ordered.size(); from = from.plus(step)) {
      Instant end = from.plus(step);
      int before = next;
      while (next < ordered.size() && ordered.get(next).at().isBefore(end)) {
        seen.add(ordered.get(next++).author());
      }
      course.add(new Step(from, next - before, seen.size()));
    }
    return course;
  }
}
