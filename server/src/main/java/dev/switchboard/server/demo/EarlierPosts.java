package dev.switchboard.server.demo;

import dev.switchboard.server.demo.Scripted.Said;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What customers wrote in the half hour before the demo begins: an ordinary morning, brought as a
 * history is. Without it nobody could tell a storm from a brand that always has so many posts.
 */
final class EarlierPosts {
  static final Duration LENGTH = Duration.ofMinutes(30);

  private EarlierPosts() {}

  /**
   * In order, at times below zero: counted from the demo's beginning.
   *
   * @param run begins each id
   */
  static List<Said> of(long seed, String run, double rate) {
    DayShape ordinary = new DayShape(LENGTH, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(1));
    SnowDay morning =
        new SnowDay(
            new SnowDay.Settings(~seed, run + "-earlier", ordinary, rate, 1), Phrasebook.load());
    return Stream.generate(morning::next)
        .takeWhile(line -> line.at().compareTo(LENGTH) < 0)
        .filter(Said.class::isInstance)
        .map(Said.class::cast)
        .filter(said -> said.why().isNew())
        .map(said -> said.movedTo(said.at().minus(LENGTH)))
        .toList();
  }
}
