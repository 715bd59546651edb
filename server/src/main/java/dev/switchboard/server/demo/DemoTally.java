package dev.switchboard.server.demo;

import dev.switchboard.server.demo.PostSink.Receipt;
import java.util.concurrent.atomic.LongAdder;

/** What was delivered, counted. Any thread. */
final class DemoTally {
  private final LongAdder postsIn = new LongAdder();
  private final LongAdder stored = new LongAdder();
  private final LongAdder duplicates = new LongAdder();
  private final LongAdder rejected = new LongAdder();
  private final LongAdder needsHelp = new LongAdder();
  private final LongAdder givenUp = new LongAdder();

  void delivered(int lines, int helpNeeded, Receipt receipt) {
    postsIn.add(lines);
    stored.add(receipt.accepted());
    duplicates.add(receipt.duplicates());
    rejected.add(receipt.rejected());
    needsHelp.add(helpNeeded);
  }

  /** Counts lines that were never acknowledged. */
  void gaveUp(int lines) {
    givenUp.add(lines);
  }

  long givenUp() {
    return givenUp.sum();
  }

  DemoSummary summary(long cases, long answered, long waiting, long answeredTwice) {
    return new DemoSummary(
        postsIn.sum(),
        stored.sum(),
        duplicates.sum(),
        rejected.sum(),
        needsHelp.sum(),
        cases,
        answered,
        waiting,
        answeredTwice);
  }
}
