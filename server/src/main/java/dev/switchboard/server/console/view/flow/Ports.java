package dev.switchboard.server.console.view.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where lines meet the sides of boxes: the ends on one side stand apart from each other, in the
 * order of where their lines come from, so that they don't cross at once. One thread.
 */
final class Ports {
  /** A side of a box. */
  enum Side {
    LEFT,
    RIGHT
  }

  private record At(String step, Side side) {}

  private record End(int line, boolean source, int order) {}

  private record Key(int line, boolean source) {}

  private final Map<At, List<End>> ends = new HashMap<>();
  private final Map<Key, Integer> places = new HashMap<>();

  /**
   * Takes note of an end of a line.
   *
   * @param line its number
   * @param source whether the line begins here
   * @param order where it comes from or goes to: small is high
   */
  void add(String step, Side side, int line, boolean source, int order) {
    ends.computeIfAbsent(new At(step, side), _ -> new ArrayList<>())
        .add(new End(line, source, order));
  }

  /** Gives each end of a box its place. */
  void place(FlowBox box) {
    for (Side side : Side.values()) {
      List<End> here =
          ends.getOrDefault(new At(box.step(), side), List.of()).stream()
              .sorted(Comparator.comparingInt(End::order).thenComparingInt(End::line))
              .toList();
      for (int i = 0; i < here.size(); i++) {
        int y = box.y() + box.height() * (i + 1) / (here.size() + 1);
        places.put(new Key(here.get(i).line(), here.get(i).source()), y);
      }
    }
  }

  int y(int line, boolean source) {
    return places.getOrDefault(new Key(line, source), 0);
  }
}
