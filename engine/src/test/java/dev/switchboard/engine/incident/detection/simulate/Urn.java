package dev.switchboard.engine.incident.detection.simulate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which group an ordinary report joins: Pitman and Yor's two-parameter urn (1997) over the reports
 * of the last {@link WorldSettings#URN_HOURS} hours, so that groups grow by chance, the large ones
 * more, and die out.
 */
final class Urn {
  private record Ball(double hour, long group) {}

  private final ArrayDeque<Ball> order = new ArrayDeque<>();
  private final List<Long> recent = new ArrayList<>();
  private final Map<Long, Integer> sizes = new HashMap<>();
  private long nextGroup = WorldSettings.TOPICS;
  private int head;

  /** Reports an hour that this group would draw, of so many an hour that go by the urn. */
  double rate(long group, double urnRate) {
    int size = sizes.getOrDefault(group, 0);
    double weight = size == 0 ? newWeight() : size - WorldSettings.URN_DISCOUNT;
    return urnRate * weight / (WorldSettings.URN_STRENGTH + order.size());
  }

  boolean isNew(long group) {
    return !sizes.containsKey(group);
  }

  long freshGroup() {
    return nextGroup++;
  }

  long draw(double hour, Draw draw) {
    forget(hour);
    double total = WorldSettings.URN_STRENGTH + order.size();
    if (draw.chance(WorldSettings.URN_STRENGTH / total)) {
      return freshGroup();
    }
    long group = recent.get(head + draw.below(order.size()));
    int size = sizes.getOrDefault(group, 1);
    return draw.chance(WorldSettings.URN_DISCOUNT / size) ? freshGroup() : group;
  }

  void add(double hour, long group) {
    order.add(new Ball(hour, group));
    recent.add(group);
    sizes.merge(group, 1, Integer::sum);
  }

  private double newWeight() {
    return WorldSettings.URN_STRENGTH + WorldSettings.URN_DISCOUNT * sizes.size();
  }

  private void forget(double hour) {
    while (!order.isEmpty() && order.getFirst().hour() < hour - WorldSettings.URN_HOURS) {
      sizes.computeIfPresent(order.removeFirst().group(), (_, n) -> n == 1 ? null : n - 1);
      head++;
    }
  }
}
