package dev.switchboard.engine.triage.text;

import java.util.Arrays;

/**
 * The tokens of one text, in buffers that are used again for the next. Not safe for concurrent use.
 */
public final class Tokens {
  /** What a text says beyond this is not read: triage must cost no more than its length. */
  public static final int MAX_CHARS = 8_192;

  /** At most this many tokens are kept. */
  public static final int MAX_TOKENS = 2_048;

  final char[] chars = new char[MAX_CHARS];
  int length;
  int upperCaseLetters;
  int letters;
  boolean elongated;

  private final int[] start = new int[MAX_TOKENS];
  private final int[] end = new int[MAX_TOKENS];
  private final int[] hash = new int[MAX_TOKENS];
  private final TokenKind[] kind = new TokenKind[MAX_TOKENS];
  private int size;

  /** Makes a buffer with no tokens; read a text into it with {@link #read}. */
  public Tokens() {
    Arrays.fill(kind, TokenKind.WORD);
  }

  /** Reads a text; every string is fine, lone surrogates too. */
  public void read(String text) {
    TextNormaliser.normalise(text, this);
    Tokenizer.tokenize(this);
  }

  /** How many tokens there are, 0 to {@link #MAX_TOKENS}. */
  public int size() {
    return size;
  }

  /** The kind of a token. */
  public TokenKind kind(int token) {
    return kind[token];
  }

  /** The normalised characters of a token; for a hashtag, a mention or a number what it names. */
  public String text(int token) {
    return new String(chars, start[token], end[token] - start[token]);
  }

  /** One character of {@link #text}, without making a string; {@code at} from 0. */
  public char charAt(int token, int at) {
    return chars[start[token] + at];
  }

  /** How many characters a token has. */
  public int chars(int token) {
    return end[token] - start[token];
  }

  /** Whether a word was stretched ("sooooo"). */
  public boolean isElongated() {
    return elongated;
  }

  /** Whether most of at least ten letters are capitals. */
  public boolean isShouting() {
    return letters >= 10 && upperCaseLetters * 10 >= letters * 6;
  }

  int start(int token) {
    return start[token];
  }

  int end(int token) {
    return end[token];
  }

  int hash(int token) {
    return hash[token];
  }

  void clear() {
    size = 0;
    letters = 0;
    elongated = false;
  }

  boolean isFull() {
    return size == MAX_TOKENS;
  }

  void add(TokenKind ofKind, int from, int to, int hashed) {
    kind[size] = ofKind;
    start[size] = from;
    end[size] = to;
    hash[size] = hashed;
    size++;
  }
}
