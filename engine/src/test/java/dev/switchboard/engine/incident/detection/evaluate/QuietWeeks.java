package dev.switchboard.engine.incident.detection.evaluate;

import dev.switchboard.engine.incident.detection.DetectionSettings;
import dev.switchboard.engine.incident.detection.IncidentDecision;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Real posts without their bursts: each keeps its time of day and gets a random day of the week, so
 * that nothing is left that many said at once.
 */
final class QuietWeeks {
  private QuietWeeks() {}

  static List<Said> shuffled(List<Said> posts, int days, long seed) {
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

  static int print(String name, List<Said> posts, int days, int weeks, PrintStream out) {
    int opened = 0;
    for (int week = 0; week < weeks; week++) {
      Desk desk = new Desk(DetectionSettings.DEFAULT);
      for (Said post : shuffled(posts, days, week)) {
        for (IncidentDecision decision : desk.on(post)) {
          if (decision instanceof IncidentDecision.Opened(_, _, Instant at, var finding)) {
            opened++;
            out.println(
                "    "
                    + at
                    + " "
                    + finding.stream()
                    + " "
                    + finding.terms()
                    + " seen "
                    + finding.seen()
                    + " expected "
                    + finding.expected());
          }
        }
      }
    }
    out.printf("  %-16s %d incidents in %d weeks of %d days%n", name, opened, weeks, days);
    return opened;
  }
}
