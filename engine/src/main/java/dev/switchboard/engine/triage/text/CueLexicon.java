package dev.switchboard.engine.triage.text;

/**
 * Words and phrases of up to four tokens that signal something. Immutable; any thread may ask.
 *
 * <p>Written as lines of {@code SIGNAL language: phrase | phrase}, "#" before a comment. The
 * language is for the reader only.
 */
public final class CueLexicon {
  private static final Signal[] SIGNALS = Signal.values();

  private final PhraseTable table;

  private CueLexicon(PhraseTable table) {
    this.table = table;
  }

  /**
   * Reads a lexicon.
   *
   * @throws IllegalArgumentException naming the line that is no cue line
   */
  public static CueLexicon parse(String text) {
    return new CueLexicon(CueLines.parse(text, "signal", name -> Signal.valueOf(name).ordinal()));
  }

  /** The slot of the phrase with this hash, or -1. */
  int find(int hash) {
    return table.find(hash);
  }

  boolean goesOn(int hash) {
    return table.goesOn(hash);
  }

  Signal signal(int slot) {
    return SIGNALS[table.meaning(slot)];
  }

  /** The phrase in quotes. */
  String reason(int slot) {
    return table.quoted(slot);
  }
}
