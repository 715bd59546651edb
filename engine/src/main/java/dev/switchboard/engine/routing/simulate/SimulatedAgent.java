package dev.switchboard.engine.routing.simulate;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A person who answers.
 *
 * @param number from 0
 * @param brands none: all
 * @param levels of their skills by topic, 1 to 5; a topic that is not there they don't know
 * @param slowness what others' time is multiplied by: newcomers take longer
 * @param stretches when they are there, in the order of time; a break parts two of them
 */
record SimulatedAgent(
    int number,
    Set<String> brands,
    Set<String> languages,
    Map<String, Integer> levels,
    double slowness,
    List<Stretch> stretches) {
  /** What they can hold. */
  static final int CAPACITY = 3;

  /**
   * A time at the desk.
   *
   * @param endsShift whether they go home then; if not, they are back soon
   */
  record Stretch(long fromMillis, long toMillis, boolean endsShift) {}

  String name() {
    return "agent-%06d".formatted(number);
  }

  boolean isOf(String brand) {
    return brands.isEmpty() || brands.contains(brand);
  }

  boolean knows(SimulatedCase one) {
    return levels.getOrDefault(one.topic(), 0) >= one.level();
  }
}
