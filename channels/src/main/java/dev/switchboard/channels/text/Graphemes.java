package dev.switchboard.channels.text;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.function.Consumer;

/** What a reader takes for one character: extended grapheme clusters (Unicode annex 29). */
final class Graphemes {
  private Graphemes() {}

  static int count(String text) {
    BreakIterator breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
    breaks.setText(text);
    int count = 0;
    while (breaks.next() != BreakIterator.DONE) {
      count++;
    }
    return count;
  }

  static void forEach(String text, Consumer<String> to) {
    BreakIterator breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
    breaks.setText(text);
    int start = 0;
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      to.accept(text.substring(start, end));
      start = end;
    }
  }
}
