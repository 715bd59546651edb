package dev.switchboard.server.imports;

import java.util.ArrayList;
import java.util.List;

/** Seconds that customers waited for a first reply. */
final class Waits {
  private final List<Double> seconds = new ArrayList<>();

  Waits add(double wait) {
    seconds.add(wait);
    return this;
  }

  int count() {
    return seconds.size();
  }

  double mean() {
    return seconds.stream().mapToDouble(s -> s).average().orElseThrow();
  }

  double median() {
    List<Double> sorted = seconds.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }
}
