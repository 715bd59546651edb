package dev.switchboard.server.imports;

/**
 * What an import did.
 *
 * @param read lines read in this run
 * @param conversations how many more the store has than before
 * @param cases how many more the store has than before
 */
public record ImportSummary(
    long read, long accepted, long duplicates, long rejected, long conversations, long cases) {

  public static ImportSummary none() {
    return new ImportSummary(0, 0, 0, 0, 0, 0);
  }

  ImportSummary plus(int lines, int newPosts, int known, int bad) {
    return new ImportSummary(
        read + lines,
        accepted + newPosts,
        duplicates + known,
        rejected + bad,
        conversations,
        cases);
  }

  /** Both imports as one. */
  public ImportSummary plus(ImportSummary other) {
    return new ImportSummary(
        read + other.read,
        accepted + other.accepted,
        duplicates + other.duplicates,
        rejected + other.rejected,
        conversations + other.conversations,
        cases + other.cases);
  }

  ImportSummary with(long moreConversations, long moreCases) {
    return new ImportSummary(read, accepted, duplicates, rejected, moreConversations, moreCases);
  }
}
