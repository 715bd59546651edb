package dev.switchboard.server.demo;

import dev.switchboard.server.demo.Scripted.Said;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What customers wrote before the demo begins: an ordinary morning, brought as a history is.
 * Without it nobody could tell a storm from a brand that always has so many posts.
 */
public final class EarlierPosts {
  private static final double MAX_POSTS = 3_600;
  private static final Duration LONGEST = Duration.ofMinutes(30);
  private static final int MAX_TRIES = 20;

  private EarlierPosts() {}

  /**
   * Brings them, up to half an hour of them; returns when they are stored.
   *
   * @param sink should open no cases for them
   * @param run begins each id
   * @param rate posts a second, above 0
   * @param now when the demo begins
   */
  public static void bring(PostSink sink, long seed, String run, double rate, Instant now)
      throws InterruptedException {
    List<String> lines =
        of(seed, run, rate).stream()
            .map(said -> PostLine.of(said.post(), stamp(now.plus(said.at()))))
            .toList();
    for (int from = 0; from < lines.size(); from += DemoRun.MAX_LINES_PER_DELIVERY) {
      int to = Math.min(lines.size(), from + DemoRun.MAX_LINES_PER_DELIVERY);
      send(sink, lines.subList(from, to));
    }
  }

  /** In order, at times below zero: counted from the demo's beginning. */
  static List<Said> of(long seed, String run, double rate) {
    Duration length = Duration.ofMillis((long) (1_000 * MAX_POSTS / rate));
    Duration whole = length.compareTo(LONGEST) < 0 ? length : LONGEST;
    DayShape ordinary = new DayShape(whole, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(1));
    SnowDay morning =
        new SnowDay(
            new SnowDay.Settings(~seed, run + "-earlier", ordinary, rate, 1), Phrasebook.load());
    return Stream.generate(morning::next)
        .takeWhile(line -> line.at().compareTo(whole) < 0)
        .filter(Said.class::isInstance)
        .map(Said.class::cast)
        .filter(said -> said.why().isNew())
        .map(said -> said.movedTo(said.at().minus(whole)))
        .toList();
  }

  private static Stamps.Stamp stamp(Instant at) {
    return new Stamps.Stamp(at, at);
  }

  private static void send(PostSink sink, List<String> lines) throws InterruptedException {
    for (int tries = 1; tries <= MAX_TRIES; tries++) {
      try {
        sink.accept(lines);
        return;
      } catch (PostSink.Busy busy) {
        TimeUnit.NANOSECONDS.sleep(busy.retryAfter().toNanos());
      }
    }
    throw new IllegalStateException("the intake has been full for too long");
  }
}
