package dev.switchboard.engine.incident.detection;

/**
 * What is ordinary for streams of a kind: their share of the brand's reports is at most the largest
 * of that of the month, of the day and of the last hours, each times its weight. Groups come and go
 * within hours by their nature (grouping favours what was said lately); words and intents don't.
 *
 * @param dayWeight of the share of the day, for a stream with a history
 * @param recentWeight of the share of the last three hours, for a young stream
 * @param margin a stream with a history may do so much more than its share
 * @param shape of the Gamma multiplier of its last hours: how many expected reports the prior that
 *     nothing changes is worth
 */
record Habit(double dayWeight, double recentWeight, double margin, double shape, double lag) {
  private static final Habit GROUPS = new Habit(1, 0.4, 1.5, 3, 0);
  private static final Habit WORDS = new Habit(0.5, 0, 1, 20, 1);

  static Habit of(EvidenceKind kind) {
    return switch (kind) {
      case GROUP -> GROUPS;
      case VOLUME, ABOUT, TERM, THEME -> WORDS;
    };
  }
}
