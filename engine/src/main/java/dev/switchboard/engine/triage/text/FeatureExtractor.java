package dev.switchboard.engine.triage.text;

/**
 * Reads a text into {@link Features}: single words and pairs, character 3- to 5-grams inside words,
 * and signals. Keeps its buffers for the next text and allocates nothing. Not safe for concurrent
 * use.
 */
public final class FeatureExtractor {
  private static final int MIN_GRAM = 3;
  private static final int MAX_GRAM = 5;
  private static final int MAX_CUES = 64;
  private static final int SHORT_WORDS = 4;
  private static final int LONG_WORDS = 20;
  private static final int STEM_WINDOW = 6;

  private final CueLexicon lexicon;
  private final TopicLexicon topics;
  private final boolean wide;
  private final Tokens tokens = new Tokens();
  private final Features features;
  private final int[] spoken = new int[Tokens.MAX_TOKENS];
  private final int[] wordFrom = new int[Tokens.MAX_TOKENS + 1];
  private final int[] charFrom = new int[Tokens.MAX_TOKENS + 1];
  private final int[] seen = new int[2 * Tokens.MAX_TOKENS];
  private final int[] seenIn = new int[2 * Tokens.MAX_TOKENS];
  private final int[] stems = new int[Tokens.MAX_TOKENS];
  private final int[] cueSlots = new int[MAX_CUES];
  private final int[] cueStarts = new int[MAX_CUES];
  private int spokenCount;
  private int cueCount;
  private int round;
  private int seenMask;

  /** Makes an extractor for models of 2^bits hashed places, without topics and stems. */
  public FeatureExtractor(CueLexicon lexicon, int bits) {
    this(lexicon, TopicLexicon.EMPTY, bits, false);
  }

  /** Makes an extractor of everything there is. */
  public FeatureExtractor(CueLexicon lexicon, TopicLexicon topics, int bits) {
    this(lexicon, topics, bits, true);
  }

  private FeatureExtractor(CueLexicon lexicon, TopicLexicon topics, int bits, boolean wide) {
    this.lexicon = lexicon;
    this.topics = topics;
    this.wide = wide;
    this.features = new Features(bits);
  }

  /** Reads a text. The features are valid until the next call. */
  public Features read(String text) {
    tokens.read(text);
    features.clear();
    spokenCount = 0;
    for (int t = 0; t < tokens.size(); t++) {
      if (tokens.kind(t).isSpoken()) {
        spoken[spokenCount++] = t;
      }
    }
    nGrams();
    findCues();
    if (wide) {
      stems();
      topics.count(tokens, spoken, spokenCount, features.topicCounts());
      features.topicsCounted();
    }
    features.mix();
    Form.read(tokens, spokenCount, features);
    if (spokenCount <= SHORT_WORDS) {
      features.signal(Signal.SHORT);
    } else if (spokenCount >= LONG_WORDS) {
      features.signal(Signal.LONG);
    }
    return features;
  }

  /** The tokens of the last text read. */
  public Tokens tokens() {
    return tokens;
  }

  /** How many tokens of the last text take part in n-grams. */
  public int spoken() {
    return spokenCount;
  }

  /** The index among {@link #tokens} of the i-th spoken token. */
  public int spokenToken(int i) {
    return spoken[i];
  }

  /** The first word feature of the i-th spoken token; they end where the next one's begin. */
  public int wordFrom(int i) {
    return wordFrom[i];
  }

  /** The first character feature of the i-th spoken token; likewise. */
  public int charFrom(int i) {
    return charFrom[i];
  }

  /** How many cues were found, in reading order. */
  public int cues() {
    return cueCount;
  }

  /** What a cue signals. */
  public Signal cueSignal(int i) {
    return lexicon.signal(cueSlots[i]);
  }

  /**
   * A cue in words that a person reads: the phrase in quotes. Of a number only its length counts,
   * so it is given as it was written, with the word before it ("'flight 412'").
   */
  public String cueReason(int i) {
    String phrase = lexicon.reason(cueSlots[i]);
    if (!isNumber(phrase)) {
      return phrase;
    }
    int at = cueStarts[i];
    boolean afterWord = at > 0 && tokens.kind(spoken[at - 1]) == TokenKind.WORD;
    String before = afterWord ? tokens.text(spoken[at - 1]) + " " : "";
    return "'" + before + tokens.text(spoken[at]) + "'";
  }

  /** Whether there is nothing but digits between the quotes. */
  private static boolean isNumber(String phrase) {
    for (int i = 1; i < phrase.length() - 1; i++) {
      if (phrase.charAt(i) < '0' || phrase.charAt(i) > '9') {
        return false;
      }
    }
    return phrase.length() > 2;
  }

  private void nGrams() {
    round++;
    // At most half full, and small for small posts, so that it stays in the fastest cache.
    seenMask = 2 * Integer.highestOneBit(Math.max(1, spokenCount - 1)) * 2 - 1;
    for (int i = 0; i < spokenCount; i++) {
      int t = spoken[i];
      wordFrom[i] = features.words();
      charFrom[i] = features.chars();
      int hash = tokens.hash(t);
      if (isFirst(hash)) {
        features.addWord(hash);
        TokenKind kind = tokens.kind(t);
        if (kind == TokenKind.WORD || kind == TokenKind.HASHTAG) {
          charGrams(tokens.start(t), tokens.end(t));
        }
      }
      if (i + 1 < spokenCount) {
        features.addWord(Hashes.then(hash, tokens.hash(spoken[i + 1])));
      }
    }
    wordFrom[spokenCount] = features.words();
    charFrom[spokenCount] = features.chars();
  }

  /** Stems, and pairs of those that stand near each other, in any order. */
  private void stems() {
    int count = 0;
    for (int i = 0; i < spokenCount; i++) {
      TokenKind kind = tokens.kind(spoken[i]);
      if (kind == TokenKind.WORD || kind == TokenKind.HASHTAG) {
        int stem = Stems.of(tokens.chars, tokens.start(spoken[i]), tokens.end(spoken[i]));
        if (stem != Stems.NONE) {
          stems[count++] = topics.group(stem);
        }
      }
    }
    for (int i = 0; i < count; i++) {
      features.addStem(stems[i]);
      int last = Math.min(count - 1, i + STEM_WINDOW);
      for (int j = i + 1; j <= last; j++) {
        features.addStem(Hashes.then(Math.min(stems[i], stems[j]), Math.max(stems[i], stems[j])));
      }
    }
  }

  /** A space stands before and after the word. */
  private void charGrams(int from, int to) {
    char[] chars = tokens.chars;
    int[] into = features.charHashes();
    int count = features.chars();
    for (int start = from - 1; start <= to + 1 - MIN_GRAM; start++) {
      int h = Hashes.step(Hashes.CHARS_SEED, start < from ? ' ' : chars[start]);
      h = Hashes.step(h, start + 1 == to ? ' ' : chars[start + 1]);
      int last = Math.min(start + MAX_GRAM - 1, to);
      for (int i = start + MIN_GRAM - 1; i <= last && count < into.length; i++) {
        h = Hashes.step(h, i == to ? ' ' : chars[i]);
        into[count++] = h;
      }
    }
    features.charsAdded(count);
  }

  private boolean isFirst(int hash) {
    int slot = Hashes.mix(hash) & seenMask;
    while (seenIn[slot] == round) {
      if (seen[slot] == hash) {
        return false;
      }
      slot = (slot + 1) & seenMask;
    }
    seen[slot] = hash;
    seenIn[slot] = round;
    return true;
  }

  /** The longest cue that starts at a token wins, and its tokens are used up. */
  private void findCues() {
    cueCount = 0;
    int at = 0;
    while (at < spokenCount && cueCount < MAX_CUES) {
      at += cueAt(at);
    }
  }

  private int cueAt(int at) {
    int hash = tokens.hash(spoken[at]);
    int slot = lexicon.find(hash);
    int length = 1;
    for (int n = 2; at + n <= spokenCount && lexicon.goesOn(hash); n++) {
      hash = Hashes.then(hash, tokens.hash(spoken[at + n - 1]));
      int longer = lexicon.find(hash);
      if (longer >= 0) {
        slot = longer;
        length = n;
      }
    }
    if (slot >= 0) {
      cueStarts[cueCount] = at;
      cueSlots[cueCount++] = slot;
      features.signal(lexicon.signal(slot));
    }
    return length;
  }
}
