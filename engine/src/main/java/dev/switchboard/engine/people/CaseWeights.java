package dev.switchboard.engine.people;

import java.util.List;
import java.util.Map;

/**
 * How heavily a case weighs on whoever holds it: 1, unless its kind says otherwise.
 *
 * @param direct of a conversation that began with a direct message; 1 to 10
 * @param byNetwork of those on a network, where it is not 1; 1 to 10
 */
public record CaseWeights(int direct, Map<String, Integer> byNetwork) {
  public static final int MAX_WEIGHT = 10;
  public static final CaseWeights DEFAULT = new CaseWeights(1, Map.of());

  public CaseWeights {
    byNetwork = Map.copyOf(byNetwork);
    check("direct", direct);
    byNetwork.forEach(CaseWeights::check);
  }

  private static void check(String what, int weight) {
    if (weight < 1 || weight > MAX_WEIGHT) {
      throw new IllegalArgumentException(
          "the weight of %s must be 1 to %d, not %d".formatted(what, MAX_WEIGHT, weight));
    }
  }

  /** What kind of conversation a case is about. */
  public record Kind(String network, boolean direct) {}

  /** Cases of one kind that somebody holds. */
  public record Held(Kind kind, int cases) {}

  /** The heavier of what its network and its being direct make it. */
  public int of(Kind kind) {
    int onNetwork = byNetwork.getOrDefault(kind.network(), 1);
    return kind.direct() ? Math.max(direct, onNetwork) : onNetwork;
  }

  public int of(List<Held> held) {
    return held.stream().mapToInt(some -> some.cases() * of(some.kind())).sum();
  }
}
