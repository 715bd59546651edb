package dev.switchboard.engine.process;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What somebody may have meant by a word that is not known. */
public final class Nearest {
  private static final int MAX_CHARS = 100;

  private Nearest() {}

  /**
   * The known word that is nearest, if it is near: at most two letters off, or a third of them. Of
   * several equally near, the first in the alphabet.
   */
  public static Optional<String> of(String word, Collection<String> known) {
    if (word.length() > MAX_CHARS) {
      return Optional.empty();
    }
    int allowed = Math.max(2, word.length() / 3);
    return known.stream()
        .filter(other -> distance(word, other) <= allowed)
        .min(
            Comparator.comparingInt((String other) -> distance(word, other))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** As a question to append, such as {@code : did you mean "state"?}; empty if nothing is near. */
  public static String question(String word, Collection<String> known) {
    return of(word, known).map(near -> ": did you mean \"%s\"?".formatted(near)).orElse("");
  }

  /** Damerau's distance, ignoring case: two letters that have changed places are one mistake. */
  private static int distance(String left, String right) {
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[][] rows = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        rows[i][j] = i == 0 || j == 0 ? i + j : least(a, b, rows, i, j);
      }
    }
    return rows[a.length()][b.length()];
  }

  private static int least(String a, String b, int[][] rows, int i, int j) {
    char last = a.charAt(i - 1);
    int changed = rows[i - 1][j - 1] + (last == b.charAt(j - 1) ? 0 : 1);
    int least = Math.min(changed, 1 + Math.min(rows[i - 1][j], rows[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && last == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, rows[i - 2][j - 2] + 1) : least;
  }
}
