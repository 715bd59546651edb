package dev.switchboard.server.desk;

/** What became of an action on a customer or an author. */
public sealed interface CustomerResult {
  /**
   * It is done and committed, or was so before.
   *
   * @param customer the number of the customer that it was about, as it is now
   * @param cases how many cases were closed or opened again with it
   * @param left how many were left as they are, since somebody works on them
   */
  record Done(long customer, int cases, int left) implements CustomerResult {}

  record Refused(String sentence) implements CustomerResult {}

  record NoSuch(String sentence) implements CustomerResult {}
}
