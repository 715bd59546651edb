package dev.switchboard.engine.incident.grouping;

import java.util.ArrayList;
import java.util.List;

/** The few terms that did most, best first; of equals the one that was offered first. */
final class BestTerms {
  private final int[] term = new int[Assignment.MAX_SHARED_TERMS];
  private final double[] part = new double[Assignment.MAX_SHARED_TERMS];
  private int size;

  void clear() {
    size = 0;
  }

  void offer(int added, double does) {
    int at = size;
    if (at == term.length) {
      at--;
      if (part[at] >= does) {
        return;
      }
    } else {
      size++;
    }
    while (at > 0 && part[at - 1] < does) {
      term[at] = term[at - 1];
      part[at] = part[at - 1];
      at--;
    }
    term[at] = added;
    part[at] = does;
  }

  List<String> words(Terms terms) {
    List<String> words = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      words.add(terms.word(term[i]));
    }
    return words;
  }
}
