package dev.switchboard.server.console.view.flow;

import java.util.ArrayList;
import java.util.List;

/**
 * Lanes beside each other for stretches of lines: two that overlap never share one. Short ones come
 * first and so are nearest. One thread.
 */
final class LineLanes {
  private record Stretch(int lane, int from, int to) {}

  private final List<Stretch> taken = new ArrayList<>();

  /** The nearest lane that is free along a stretch, which is taken then; from 0. */
  int take(int a, int b) {
    int from = Math.min(a, b);
    int to = Math.max(a, b);
    int lane = 0;
    while (isTaken(lane, from, to)) {
      lane++;
    }
    taken.add(new Stretch(lane, from, to));
    return lane;
  }

  private boolean isTaken(int lane, int from, int to) {
    return taken.stream()
        .anyMatch(other -> other.lane() == lane && other.from() <= to && other.to() >= from);
  }

  int count() {
    return taken.stream().mapToInt(stretch -> stretch.lane() + 1).max().orElse(0);
  }
}
