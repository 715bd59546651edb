package dev.switchboard.engine.incident.grouping;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The terms that are known: how common each is of late, and in which clusters it stands. Found by
 * hash, then named by a number that stays while the term is known. What stands in no cluster and
 * has become rare is forgotten from time to time, so that this table is bounded by what is said
 * within the window, and what was said often within some half-lives.
 */
final class Terms {
  private static final int FIRST_CAPACITY = 1_024;
  private static final int FIRST_SWEEP = 4_096;

  /** A term that was said once, or a few times some half-lives ago. */
  private static final double RARE = 1.5;

  private static final int NONE = -1;

  private final int maxTerms;
  private long[] hash = new long[FIRST_CAPACITY];
  private @Nullable String[] word = new @Nullable String[FIRST_CAPACITY];
  private double[] seen = new double[FIRST_CAPACITY];
  private @Nullable Postings[] postings = new @Nullable Postings[FIRST_CAPACITY];
  private int[] free = new int[0];
  private int freed;
  private int used;
  private int known;
  private int[] table = emptyTable(FIRST_CAPACITY * 2);
  private int sweepAt = FIRST_SWEEP;

  Terms(int maxTerms) {
    this.maxTerms = maxTerms;
  }

  /** How many are known. */
  int size() {
    return known;
  }

  int sweepAt() {
    return sweepAt;
  }

  /** All numbers are below this; some of them name nothing. */
  int end() {
    return used;
  }

  boolean isKnown(int term) {
    return word[term] != null;
  }

  /** The number of the term with this hash, or -1. */
  int find(long wanted) {
    int mask = table.length - 1;
    for (int at = (int) wanted & mask; ; at = at + 1 & mask) {
      int term = table[at];
      if (term == NONE || hash[term] == wanted) {
        return term;
      }
    }
  }

  /** Makes a term known that is not. */
  int add(long newHash, String newWord, double newSeen) {
    int term = freed > 0 ? free[--freed] : used++;
    if (term == hash.length) {
      int capacity = term * 2;
      hash = Arrays.copyOf(hash, capacity);
      word = Arrays.copyOf(word, capacity);
      seen = Arrays.copyOf(seen, capacity);
      postings = Arrays.copyOf(postings, capacity);
    }
    hash[term] = newHash;
    word[term] = newWord;
    seen[term] = newSeen;
    known++;
    if (known * 2 > table.length) {
      rebuild(table.length * 2);
    } else {
      enter(term);
    }
    return term;
  }

  long hash(int term) {
    return hash[term];
  }

  /** The word as it was first written. */
  String word(int term) {
    String known = word[term];
    if (known == null) {
      throw new IllegalStateException("term " + term + " is not known");
    }
    return known;
  }

  /** In how many posts it stood, older ones counting less, in the units of {@link Ageing}. */
  double seen(int term) {
    return seen[term];
  }

  void see(int term, double count) {
    seen[term] += count;
  }

  /** Where it stands, or null if nowhere. */
  @Nullable Postings postings(int term) {
    return postings[term];
  }

  Postings postingsOrNew(int term) {
    Postings own = postings[term];
    if (own == null) {
      own = new Postings();
      postings[term] = own;
    }
    return own;
  }

  void dropPostings(int term) {
    postings[term] = null;
  }

  /** Changes the unit in which terms are counted. */
  void scale(int powerOfTwo) {
    for (int term = 0; term < used; term++) {
      seen[term] = Math.scalb(seen[term], powerOfTwo);
    }
  }

  /** Forgets rare terms if it is time to; {@code unit} is what one post counts now. */
  void sweepIfDue(double unit) {
    if (known < sweepAt && known < maxTerms) {
      return;
    }
    forget(RARE * unit);
    if (known >= maxTerms) {
      forget(Double.POSITIVE_INFINITY);
    }
    sweepAt = Math.max(FIRST_SWEEP, known + known / 2);
  }

  /** After a restore. */
  void sweepAt(int terms) {
    sweepAt = terms;
  }

  private void forget(double below) {
    int[] gone = Arrays.copyOf(free, used);
    for (int term = 0; term < used; term++) {
      if (word[term] != null && postings[term] == null && seen[term] < below) {
        word[term] = null;
        gone[freed++] = term;
        known--;
      }
    }
    free = gone;
    int capacity = FIRST_CAPACITY * 2;
    while (capacity < known * 4) {
      capacity *= 2;
    }
    rebuild(capacity);
  }

  private void rebuild(int capacity) {
    table = emptyTable(capacity);
    for (int term = 0; term < used; term++) {
      if (word[term] != null) {
        enter(term);
      }
    }
  }

  private void enter(int term) {
    int mask = table.length - 1;
    int at = (int) hash[term] & mask;
    while (table[at] != NONE) {
      at = at + 1 & mask;
    }
    table[at] = term;
  }

  private static int[] emptyTable(int capacity) {
    int[] empty = new int[capacity];
    Arrays.fill(empty, NONE);
    return empty;
  }
}
