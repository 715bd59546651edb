package dev.switchboard.engine.triage.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Random splits that are the same each time. */
final class Shuffle {
  private Shuffle() {}

  static <T> List<T> of(List<T> rows, long seed) {
    List<T> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(seed));
    return shuffled;
  }
}
