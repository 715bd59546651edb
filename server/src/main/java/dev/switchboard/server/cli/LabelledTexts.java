package dev.switchboard.server.cli;

import dev.switchboard.engine.triage.classify.Labelled;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes rows of text and label; those without a label are counted and left out. */
final class LabelledTexts implements TableReading.Rows {
  private static final int MAX_LABEL_CHARS = 1_000;
  private static final int MAX_SHOWN_CHARS = 40;

  private final int maxRows;
  private final List<Labelled> rows = new ArrayList<>();
  private long unlabelled;

  LabelledTexts(int maxRows) {
    this.maxRows = maxRows;
  }

  /** The two columns to read. */
  static List<String> columns(String text, String label) {
    if (text.equals(label)) {
      throw new IllegalArgumentException("--text and --label name the same column, " + text);
    }
    return List.of(text, label);
  }

  @Override
  public @Nullable String row(List<@Nullable String> values) {
    String text = values.get(0);
    String label = values.get(1);
    if (label == null || label.isBlank()) {
      unlabelled++;
      return null;
    }
    if (text == null) {
      return "no text";
    }
    if (label.length() > MAX_LABEL_CHARS) {
      return "the label is longer than %d characters".formatted(MAX_LABEL_CHARS);
    }
    if (rows.size() == maxRows) {
      throw new CannotGoOn("more than %,d rows: take a sample of them".formatted(maxRows));
    }
    rows.add(new Labelled(text, label));
    return null;
  }

  /** All of them, at least one. */
  List<Labelled> rows(PrintWriter words) {
    if (unlabelled > 0) {
      words.printf(
          "%,d %s no label and %s left out.%n",
          unlabelled, unlabelled == 1 ? "row has" : "rows have", unlabelled == 1 ? "is" : "are");
    }
    if (rows.isEmpty()) {
      throw new CannotGoOn("There is no labelled row: nothing to work on");
    }
    return rows;
  }

  /** A label for a line of words. */
  static String shown(String label) {
    String line = label.replaceAll("\\s+", " ").replaceAll("\\p{Cntrl}", "\uFFFD");
    return line.length() <= MAX_SHOWN_CHARS ? line : line.substring(0, MAX_SHOWN_CHARS) + "\u2026";
  }
}
