package dev.switchboard.engine.incident.detection;

/**
 * Which number a heading has, by its hash. A hash and its number stand side by side, so that one
 * look at memory finds both. Open addressing, at most half full.
 */
final class HeadingIndex {
  private static final int FIRST_PLACES = 64;

  private long[] places = new long[2 * FIRST_PLACES];
  private int size;

  /** The number of the heading with this hash, or -1. */
  int find(long hash) {
    int at = place(hash);
    return places[at] == 0 ? -1 : (int) places[at + 1];
  }

  /** Gives a heading a number that it does not have. */
  void put(long hash, int number) {
    if (size * 4 >= places.length) {
      grow();
    }
    int at = place(hash);
    places[at] = hash;
    places[at + 1] = number;
    size++;
  }

  /** Where a hash is or would be. */
  private int place(long hash) {
    int last = places.length - 2;
    int at = (int) hash << 1 & last;
    while (places[at] != 0 && places[at] != hash) {
      at = at + 2 & last;
    }
    return at;
  }

  private void grow() {
    long[] old = places;
    places = new long[2 * old.length];
    for (int from = 0; from < old.length; from += 2) {
      if (old[from] != 0) {
        int to = place(old[from]);
        places[to] = old[from];
        places[to + 1] = old[from + 1];
      }
    }
  }
}
