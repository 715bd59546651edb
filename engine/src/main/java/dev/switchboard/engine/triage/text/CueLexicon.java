package dev.switchboard.engine.triage.text;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Words and phrases of up to four tokens that signal something. Immutable; any thread may ask.
 *
 * <p>Written as lines of {@code SIGNAL language: phrase | phrase}, "#" before a comment. The
 * language is for the reader only.
 */
public final class CueLexicon {
  static final int MAX_TOKENS = 4;
  private static final int MAX_PHRASES = 1 << 14;

  private final int[] keys;
  private final @Nullable Signal[] signals;
  private final String[] reasons;
  private final int mask;

  private CueLexicon(int capacity) {
    keys = new int[capacity];
    signals = new @Nullable Signal[capacity];
    reasons = new String[capacity];
    Arrays.fill(reasons, "");
    mask = capacity - 1;
  }

  /**
   * Reads a lexicon.
   *
   * @throws IllegalArgumentException naming the line that is no cue line
   */
  public static CueLexicon parse(String text) {
    long count = text.chars().filter(c -> c == '|' || c == '\n').count() + 1;
    if (count > MAX_PHRASES) {
      throw new IllegalArgumentException("more than " + MAX_PHRASES + " cue phrases");
    }
    CueLexicon lexicon = new CueLexicon(Integer.highestOneBit((int) count * 4));
    Tokens tokens = new Tokens();
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        lexicon.addLine(line, i + 1, tokens);
      }
    }
    return lexicon;
  }

  /** The slot of the phrase with this hash, or -1. */
  int find(int hash) {
    int slot = Hashes.mix(hash) & mask;
    while (signals[slot] != null) {
      if (keys[slot] == hash) {
        return slot;
      }
      slot = (slot + 1) & mask;
    }
    return -1;
  }

  Signal signal(int slot) {
    Signal signal = signals[slot];
    if (signal == null) {
      throw new IllegalArgumentException("no cue in slot " + slot);
    }
    return signal;
  }

  /** The phrase in quotes, made once. */
  String reason(int slot) {
    return reasons[slot];
  }

  private void addLine(String line, int number, Tokens tokens) {
    int colon = line.indexOf(':');
    String head = colon < 0 ? line : line.substring(0, colon).strip().split(" ")[0];
    Signal signal;
    try {
      signal = Signal.valueOf(head.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw new IllegalArgumentException(
          "cue line %d must start with a signal and a colon: %s".formatted(number, line), unknown);
    }
    for (String phrase : line.substring(colon + 1).split("\\|")) {
      add(phrase.strip(), signal, number, tokens);
    }
  }

  private void add(String phrase, Signal signal, int number, Tokens tokens) {
    tokens.read(phrase);
    if (tokens.size() == 0 || tokens.size() > MAX_TOKENS) {
      throw new IllegalArgumentException(
          "cue line %d: \"%s\" must be 1 to 4 tokens, not %d"
              .formatted(number, phrase, tokens.size()));
    }
    int hash = tokens.hash(0);
    for (int i = 1; i < tokens.size(); i++) {
      hash = Hashes.then(hash, tokens.hash(i));
    }
    if (find(hash) >= 0) {
      return; // the first meaning counts
    }
    int slot = Hashes.mix(hash) & mask;
    while (signals[slot] != null) {
      slot = (slot + 1) & mask;
    }
    keys[slot] = hash;
    signals[slot] = signal;
    reasons[slot] = "'" + phrase + "'";
  }
}
