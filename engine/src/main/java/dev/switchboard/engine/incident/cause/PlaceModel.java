package dev.switchboard.engine.incident.cause;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where reports come from, or which version they are about. What a report does not say counts
 * neither for nor against; so does a place that no report can name, because customers and engineers
 * call places differently.
 */
final class PlaceModel {
  private static final double MIN_SHARE = 0.005;

  private final List<@Nullable String> said;
  private final Map<String, Double> usual = new HashMap<>();
  private final Set<String> known = new HashSet<>();
  private final double share;

  /**
   * @param place what a report says, or null
   * @param usual how many usual reports came from each place
   * @param known places that reports could name besides
   * @param share how many reports of a change in one place come from there, 0–1
   */
  PlaceModel(
      List<Report> reports,
      Function<Report, @Nullable String> place,
      Map<String, Integer> usual,
      Set<String> known,
      double share) {
    this.share = share;
    said = new ArrayList<>();
    Map<String, Double> counts = new HashMap<>();
    usual.forEach((name, count) -> counts.merge(key(name), (double) count, Double::sum));
    known.forEach(name -> counts.merge(key(name), 0.5, Double::sum));
    for (Report report : reports) {
      String name = place.apply(report);
      said.add(name == null ? null : key(name));
      if (name != null) {
        counts.merge(key(name), 0.5, Double::sum);
      }
    }
    double all = counts.values().stream().mapToDouble(Double::doubleValue).sum();
    counts.forEach((name, count) -> this.usual.put(name, Math.max(MIN_SHARE, count / all)));
    this.known.addAll(counts.keySet());
  }

  /** All places that are known, each in small letters, sorted. */
  List<String> places() {
    return known.stream().sorted().toList();
  }

  /**
   * The place that a change's belongs to ({@code eu} for {@code eu-west-1}), or null if unknown.
   */
  @Nullable String find(@Nullable String name) {
    if (name == null) {
      return null;
    }
    String wanted = key(name);
    if (known.contains(wanted)) {
      return wanted;
    }
    return places().stream()
        .filter(place -> wanted.startsWith(place + "-") || wanted.startsWith(place + "_"))
        .findFirst()
        .orElse(null);
  }

  /** How likely what a report says is if a change in that place did it, over the usual. */
  double ratio(int report, @Nullable String place) {
    String own = said.get(report);
    if (own == null || place == null) {
      return 1;
    }
    return 1 - share + (own.equals(place) ? share / usual.getOrDefault(own, 1.0) : 0);
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
