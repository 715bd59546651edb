package dev.switchboard.server.intake;

import java.util.List;

/** What became of the posts of one request: all accepted ones are committed. */
public record Receipt(int accepted, int duplicates, List<Rejected> rejected) {
  public Receipt {
    rejected = List.copyOf(rejected);
  }

  /** A line that is not kept, and a sentence that says why. */
  public record Rejected(long line, String reason) {}
}
