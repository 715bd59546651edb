package dev.switchboard.channels.table;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says which column is missing, which there are, and which one may have been meant. */
final class UnknownColumn {
  private static final int MAX_NAMES = 20;
  private static final int MAX_NAME_CHARS = 60;

  private UnknownColumn() {}

  static IllegalArgumentException of(String file, String wanted, Collection<String> found) {
    List<String> names = found.stream().limit(MAX_NAMES).map(UnknownColumn::shown).toList();
    String nearest =
        names.stream()
            .min(Comparator.comparingInt(name -> distance(wanted, name)))
            .filter(name -> distance(wanted, name) <= Math.max(2, wanted.length() / 2))
            .map(" Did you mean \"%s\"?"::formatted)
            .orElse("");
    return new IllegalArgumentException(
        "%s has no column \"%s\". Its columns are %s.%s A header line must name them."
            .formatted(
                file,
                shown(wanted),
                names.stream().map("\"%s\""::formatted).collect(Collectors.joining(", ")),
                nearest));
  }

  private static String shown(String name) {
    String cut =
        name.length() <= MAX_NAME_CHARS ? name : name.substring(0, MAX_NAME_CHARS) + "\u2026";
    return cut.replaceAll("[\\p{Cntrl}\\p{Cs}]", "\uFFFD");
  }

  /** Levenshtein's distance, ignoring case. */
  private static int distance(String left, String right) {
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int swap = corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        corner = row[j];
        row[j] = Math.min(swap, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
