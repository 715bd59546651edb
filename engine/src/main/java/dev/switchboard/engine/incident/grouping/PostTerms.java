package dev.switchboard.engine.incident.grouping;

import dev.switchboard.engine.triage.text.TokenKind;
import dev.switchboard.engine.triage.text.Tokens;

/**
 * The distinct terms of one post, in buffers that are used again for the next: stems of words and
 * hashtags, numbers and codes as they are, pairs of characters in scripts without spaces. Mentions,
 * links, emoji and punctuation say little about the cause. Not safe for concurrent use.
 */
final class PostTerms {
  /** At most this many distinct terms of a post count. */
  static final int MAX_TERMS = 128;

  private static final int MAX_WORD_CHARS = 64;
  private static final long FNV_OFFSET = 0xCBF29CE484222325L;
  private static final long FNV_PRIME = 0x100000001B3L;

  private final Tokens tokens = new Tokens();
  private final char[] word = new char[MAX_WORD_CHARS + 2];
  private final long[] hash = new long[MAX_TERMS];
  private final int[] times = new int[MAX_TERMS];
  private final int[] token = new int[MAX_TERMS];
  private int size;
  private boolean repost;

  /** Reads a text; what was read before is forgotten. */
  void read(String text) {
    tokens.read(HashtagWords.spelledOut(text));
    size = 0;
    int from = 0;
    repost = startsAsRetweet();
    if (repost) {
      from = 2;
    }
    char before = 0;
    for (int i = from; i < tokens.size() && size < MAX_TERMS; i++) {
      before = readToken(i, before);
    }
  }

  int size() {
    return size;
  }

  /** The term's identity: equal for equal stems, and for others by 64-bit chance only. */
  long hash(int term) {
    return hash[term];
  }

  /** How often the post says it, 1 or more. */
  int times(int term) {
    return times[term];
  }

  /** The word as this post writes it, in lower case. */
  String word(int term) {
    return tokens.text(token[term]);
  }

  /** Whether the text begins with "RT @somebody". */
  boolean isRepost() {
    return repost;
  }

  private boolean startsAsRetweet() {
    return tokens.size() > 2
        && tokens.kind(0) == TokenKind.WORD
        && tokens.chars(0) == 2
        && tokens.charAt(0, 0) == 'r'
        && tokens.charAt(0, 1) == 't'
        && tokens.kind(1) == TokenKind.MENTION;
  }

  /** Adds the token's term and returns its character if it is one without spaces around, else 0. */
  private char readToken(int i, char before) {
    return switch (tokens.kind(i)) {
      case WORD, HASHTAG -> {
        char only = tokens.chars(i) == 1 ? unspaced(tokens.charAt(i, 0)) : 0;
        if (only == 0) {
          addWord(i);
        } else if (before != 0) {
          word[0] = before;
          word[1] = only;
          add(i, 2);
        }
        yield only;
      }
      case NUMBER, CODE -> {
        add(i, copy(i));
        yield 0;
      }
      case MENTION, URL, EMOJI, QUESTION, EXCLAMATION -> 0;
    };
  }

  private static char unspaced(char c) {
    return c >= 0x0E00 && c <= 0x0EFF || c >= 0x3041 && c <= 0x9FFF ? c : 0;
  }

  private void addWord(int i) {
    add(i, WordStem.length(word, copy(i)));
  }

  /** Copies a token without its apostrophes; "plane's" is "plane". */
  private int copy(int i) {
    int chars = Math.min(tokens.chars(i), MAX_WORD_CHARS);
    if (chars > 2 && tokens.charAt(i, chars - 1) == 's' && tokens.charAt(i, chars - 2) == '\'') {
      chars -= 2;
    }
    int length = 0;
    for (int at = 0; at < chars; at++) {
      char c = tokens.charAt(i, at);
      if (c != '\'') {
        word[length++] = c;
      }
    }
    return length;
  }

  private void add(int i, int length) {
    long h = FNV_OFFSET;
    for (int at = 0; at < length; at++) {
      h = (h ^ word[at]) * FNV_PRIME;
    }
    h = mix(h);
    for (int known = 0; known < size; known++) {
      if (hash[known] == h) {
        times[known]++;
        return;
      }
    }
    hash[size] = h;
    times[size] = 1;
    token[size] = i;
    size++;
  }

  /** The finish of MurmurHash3, 64 bits (public domain): every bit of the sum reaches every bit. */
  static long mix(long hash) {
    long h = hash;
    h = (h ^ h >>> 33) * 0xFF51AFD7ED558CCDL;
    h = (h ^ h >>> 33) * 0xC4CEB9FE1A85EC53L;
    return h ^ h >>> 33;
  }
}
