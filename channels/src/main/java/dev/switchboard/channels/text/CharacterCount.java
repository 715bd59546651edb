package dev.switchboard.channels.text;

import java.nio.charset.StandardCharsets;

/** How long a text is as its network counts, and how long it may be. Thread-safe. */
public enum CharacterCount {
  /** X: 280 weighted characters, see {@link XCount}. */
  X(280) {
    @Override
    public int count(String text) {
      return XCount.count(text);
    }
  },

  /** Mastodon's default: 500 graphemes, a link counts 23, a mention without its server. */
  MASTODON(500) {
    @Override
    public int count(String text) {
      return MastodonCount.count(text);
    }
  },

  /**
   * Bluesky: 300 graphemes and 3,000 bytes of UTF-8. Where the bytes would run out first, a tenth
   * of them is the count, so that one limit says both.
   */
  BLUESKY(300) {
    @Override
    public int count(String text) {
      int bytes = text.getBytes(StandardCharsets.UTF_8).length;
      return Math.max(Graphemes.count(text), Math.ceilDiv(bytes, 10));
    }
  },

  /** Networks with no known limit: code points, up to 10,000. */
  PLAIN(10_000) {
    @Override
    public int count(String text) {
      return text.codePointCount(0, text.length());
    }
  };

  private final int maxChars;

  CharacterCount(int maxChars) {
    this.maxChars = maxChars;
  }

  /** The way a network counts, by the name before the colon of a channel. */
  public static CharacterCount of(String network) {
    return switch (network) {
      case "x" -> X;
      case "mastodon" -> MASTODON;
      case "bluesky" -> BLUESKY;
      default -> PLAIN;
    };
  }

  public int maxChars() {
    return maxChars;
  }

  /** How much of {@link #maxChars} the text takes; 0 or more. */
  public abstract int count(String text);
}
