package dev.switchboard.engine.incident.detection.evaluate;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Real posts without their bursts: each keeps its time of day and gets a random day of the week, so
 * that nothing is left that many said at once.
 */
final class QuietWeeks {
  private QuietWeeks() {}

  /** A week touches so many days; strays before or after are taken into it. */
  private static final int MAX_DAYS = 8;

  /** The days on which there were posts, the first and the last too, at most a week's. */
  static int days(List<Said> posts) {
    Instant first = posts.getFirst().at().truncatedTo(ChronoUnit.DAYS);
    return (int) Math.min(MAX_DAYS, Duration.between(first, posts.getLast().at()).toDays() + 1);
  }

  static List<Said> shuffled(List<Said> posts, long seed) {
    int days = days(posts);
    Random random = new Random(seed);
    Instant first = posts.getFirst().at().truncatedTo(ChronoUnit.DAYS);
    List<Said> moved = new ArrayList<>();
    for (Said post : posts) {
      long second = Duration.between(first, post.at()).toSeconds() % 86_400;
      Instant at = first.plus(Duration.ofDays(random.nextInt(days))).plusSeconds(second);
      moved.add(new Said(post.id(), post.author(), at, post.text(), post.label()));
    }
    moved.sort(Comparator.comparing(Said::at));
    return moved;
  }

  static void print(
      String name, List<Said> posts, int weeks, Supplier<Watch> rule, PrintStream out) {
    int alarms = 0;
    int wrong = 0;
    for (int week = 0; week < weeks; week++) {
      Watch watch = rule.get();
      int now = 0;
      for (Said post : shuffled(posts, week)) {
        now += watch.alarms(post).size();
      }
      alarms += now;
      wrong += now > 0 ? 1 : 0;
    }
    out.printf("  %-40s %d alarms, in %d of %d weeks%n", name, alarms, wrong, weeks);
  }
}
