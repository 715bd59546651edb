package dev.switchboard.engine.triage.text;

import java.util.Locale;
import java.util.function.ToIntFunction;

/** Reads lines of {@code NAME language: phrase | phrase}, "#" before a comment, into a table. */
final class CueLines {
  private CueLines() {}

  /**
   * Reads all lines.
   *
   * @param what what a name stands for, for the message when it is none
   * @param meaning from an upper-case name to its meaning; throws IllegalArgumentException if there
   *     is none of that name
   */
  static PhraseTable parse(String text, String what, ToIntFunction<String> meaning) {
    PhraseTable table = new PhraseTable(PhraseTable.phrasesIn(text));
    Tokens tokens = new Tokens();
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        addLine(line, i + 1, what, meaning, table, tokens);
      }
    }
    return table;
  }

  private static void addLine(
      String line,
      int number,
      String what,
      ToIntFunction<String> meanings,
      PhraseTable table,
      Tokens tokens) {
    int colon = line.indexOf(':');
    String head = colon < 0 ? line : line.substring(0, colon).strip().split(" ")[0];
    int meaning;
    try {
      meaning = meanings.applyAsInt(head.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw new IllegalArgumentException(
          "cue line %d must start with a %s and a colon: %s".formatted(number, what, line),
          unknown);
    }
    for (String phrase : line.substring(colon + 1).split("\\|")) {
      table.add(phrase.strip(), meaning, number, tokens);
    }
  }
}
