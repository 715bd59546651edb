package dev.switchboard.server.cli;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which labels of a yes-or-no target mean yes. */
final class YesLabels {
  private static final Set<String> YES =
      Set.of(
          "1",
          "1.0",
          "true",
          "t",
          "yes",
          "y",
          "help",
          "needshelp",
          "needs_help",
          "needs help",
          "request",
          "complaint",
          "problem",
          "issue",
          "support");

  private static final Set<String> NO =
      Set.of(
          "0",
          "0.0",
          "-1",
          "false",
          "f",
          "no",
          "n",
          "none",
          "other",
          "chat",
          "chatter",
          "noise",
          "noproblem",
          "no_problem",
          "nohelp",
          "no_help");

  private YesLabels() {}

  /**
   * Those that were named, or those that their names tell; empty if they don't.
   *
   * @param labels of the rows, each once
   */
  static List<String> of(List<String> labels, List<String> named) {
    for (String label : named) {
      if (!labels.contains(label)) {
        throw new IllegalArgumentException(
            "--yes %s: the rows have no such label; theirs are %s"
                .formatted(label, LabelledTexts.shown(String.join(", ", labels))));
      }
    }
    if (!named.isEmpty() && named.containsAll(labels)) {
      throw new IllegalArgumentException("--yes names all labels: some must mean no");
    }
    if (!named.isEmpty()) {
      return List.copyOf(named);
    }
    List<String> no = labels.stream().filter(label -> NO.contains(plain(label))).toList();
    List<String> yes = labels.stream().filter(label -> YES.contains(plain(label))).toList();
    if (labels.size() == 2 && no.size() == 1) {
      return labels.stream().filter(label -> !no.contains(label)).toList();
    }
    return yes.size() == 1 && labels.size() == 2 ? yes : List.of();
  }

  private static String plain(String label) {
    return label.strip().toLowerCase(Locale.ROOT);
  }
}
