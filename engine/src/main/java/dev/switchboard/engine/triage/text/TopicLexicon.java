package dev.switchboard.engine.triage.text;

/**
 * Words and phrases of up to four tokens that tell a {@link Topic}; written as the lines of {@link
 * CueLexicon} are. Immutable; any thread may ask.
 */
public final class TopicLexicon {
  /** A lexicon that knows nothing. */
  public static final TopicLexicon EMPTY = new TopicLexicon(new PhraseTable(1), Synonyms.parse(""));

  private static final Topic[] TOPICS = Topic.values();

  /** A negation reaches this many tokens. */
  private static final int REACH_TOKENS = 3;

  private final PhraseTable table;
  private final Synonyms synonyms;

  private TopicLexicon(PhraseTable table, Synonyms synonyms) {
    this.table = table;
    this.synonyms = synonyms;
  }

  /**
   * Reads a lexicon.
   *
   * @param text lines of topics
   * @param synonyms lines of words that stand for one another
   * @throws IllegalArgumentException naming the line that is no topic line
   */
  public static TopicLexicon parse(String text, String synonyms) {
    return new TopicLexicon(
        CueLines.parse(text, "topic", name -> Topic.valueOf(name).ordinal()),
        Synonyms.parse(synonyms));
  }

  /** What a stem stands for. */
  int group(int stem) {
    return synonyms.of(stem);
  }

  /** Counts the topics of the spoken tokens; the longest phrase wins and uses its tokens up. */
  void count(Tokens tokens, int[] spoken, int spokenCount, int[] counts) {
    int negation = -1 - REACH_TOKENS;
    int at = 0;
    while (at < spokenCount) {
      int slot = -1;
      int length = 1;
      int hash = 0;
      for (int n = 1; at + n <= spokenCount && (n == 1 || table.goesOn(hash)); n++) {
        int next = tokens.hash(spoken[at + n - 1]);
        hash = n == 1 ? next : Hashes.then(hash, next);
        int found = table.find(hash);
        if (found >= 0) {
          slot = found;
          length = n;
        }
      }
      if (slot >= 0) {
        Topic topic = TOPICS[table.meaning(slot)];
        if (topic == Topic.NEGATION) {
          negation = at;
        } else if (at - negation <= REACH_TOKENS) {
          topic = topic.denied();
        }
        counts[topic.ordinal()]++;
      }
      at += length;
    }
  }
}
