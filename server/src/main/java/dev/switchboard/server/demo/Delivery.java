package dev.switchboard.server.demo;

import dev.switchboard.server.demo.PostSink.Receipt;
import dev.switchboard.server.demo.Scripted.Garbled;
import dev.switchboard.server.demo.Scripted.Said;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Brings lines of the script to the intake, again if it is not known what was stored. One thread.
 */
final class Delivery {
  private static final int MAX_TRIES = 20;
  private static final Duration FIRST_BACKOFF = Duration.ofMillis(100);
  private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(2);

  private final PostSink sink;
  private final TruthBook truths;
  private final DemoTally tally;
  private final CountDownLatch stop;
  private final Consumer<String> words;
  private final Stamps stamps = new Stamps();

  Delivery(
      PostSink sink,
      TruthBook truths,
      DemoTally tally,
      CountDownLatch stop,
      Consumer<String> words) {
    this.sink = sink;
    this.truths = truths;
    this.tally = tally;
    this.stop = stop;
    this.words = words;
  }

  void deliver(List<? extends Scripted> script, Instant now) throws InterruptedException {
    List<String> lines = new ArrayList<>(script.size());
    int helpNeeded = 0;
    for (Scripted scripted : script) {
      switch (scripted) {
        case Garbled garbled -> lines.add(garbled.line());
        case Said said -> {
          truths.put(said.post().id(), said.truth());
          lines.add(PostLine.of(said.post(), stamps.stamp(said, now)));
          helpNeeded += said.why().isNew() && said.truth().needsHelp() ? 1 : 0;
        }
      }
    }
    send(lines, helpNeeded);
  }

  private void send(List<String> lines, int helpNeeded) throws InterruptedException {
    Duration backoff = FIRST_BACKOFF;
    for (int tries = 1; tries <= MAX_TRIES; tries++) {
      Duration pause = backoff;
      try {
        Receipt receipt = sink.accept(List.copyOf(lines));
        tally.delivered(lines.size(), helpNeeded, receipt);
        return;
      } catch (PostSink.Busy busy) {
        pause = atMost(LONGEST_BACKOFF, busy.retryAfter());
      } catch (RuntimeException e) {
        words.accept("%d posts were not acknowledged: %s".formatted(lines.size(), e));
      }
      if (stop.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
        break;
      }
      backoff = atMost(LONGEST_BACKOFF, backoff.multipliedBy(2));
    }
    tally.gaveUp(lines.size());
    words.accept("%d posts are given up: the intake has not answered".formatted(lines.size()));
  }

  private static Duration atMost(Duration bound, Duration wanted) {
    return wanted.compareTo(bound) < 0 ? wanted : bound;
  }
}
