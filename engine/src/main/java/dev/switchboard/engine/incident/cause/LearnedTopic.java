package dev.switchboard.engine.incident.cause;

/**
 * The words of the incident itself, as far as the reports before tell: what they repeat beyond what
 * is common. Each report is foretold from those before it, so that no word counts as evidence twice
 * (a Pólya urn). Words are numbered. Not thread-safe.
 */
final class LearnedTopic {
  private static final double PRIOR_WORDS = 5;

  private final double share;
  private final double[] common;
  private final double[] counts;
  private final double[] own;
  private double words;
  private double ownWords;

  /**
   * @param share how many words of a report are its topic's, 0–1
   * @param common how likely the next word of a report about nothing is each one
   */
  LearnedTopic(double share, double[] common) {
    this.share = share;
    this.common = common;
    counts = new double[common.length];
    own = new double[common.length];
  }

  /** How likely the next word is this one if the topic is on no map. */
  double outside(int word) {
    return (own[word] + PRIOR_WORDS * common[word]) / (ownWords + PRIOR_WORDS);
  }

  /**
   * How much of the talk about a service is in words that it does not list: as assumed, and as
   * seen.
   *
   * @param before as assumed
   * @param most how much it is at most
   * @param ownOfService how often the service's words were said beyond what is common
   */
  double unlisted(double before, double most, double ownOfService) {
    double seen = (ownWords - ownOfService + PRIOR_WORDS * before) / (ownWords + PRIOR_WORDS);
    return Math.min(most, seen);
  }

  /** How likely the next word is this one, among those that the service does not list. */
  double unlistedWord(int word, double ownOfService) {
    return (own[word] + PRIOR_WORDS * common[word]) / (ownWords - ownOfService + PRIOR_WORDS);
  }

  /** How likely the next word is this one, among those that the service lists. */
  double listedWord(int word, double before, double ownOfService) {
    return (own[word] + PRIOR_WORDS * before) / (ownOfService + PRIOR_WORDS);
  }

  /** How often this word was said beyond what is common. */
  double own(int word) {
    return own[word];
  }

  /** Learns from a report that is one of the incident with this probability. */
  void add(int[] said, double membership) {
    for (int word : said) {
      counts[word] += membership;
    }
    words += membership * said.length;
    for (int word = 0; word < own.length; word++) {
      own[word] = Math.max(0, counts[word] - words * (1 - share) * common[word]);
    }
    ownWords = 0;
    for (int word = 0; word < own.length; word++) {
      ownWords += own[word];
    }
  }
}
