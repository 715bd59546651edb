package dev.switchboard.engine.incident.detection.evaluate;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What nobody has who watches: what each post of the brand's week was about, as people said
 * afterwards, and how many an hour of each there were at each hour of the day.
 */
final class LabelProfile {
  /** What never occurs is expected so often an hour. */
  private static final double LEAST_PER_HOUR = 0.02;

  private final Map<String, double[]> perHour = new HashMap<>();

  LabelProfile(List<Said> week) {
    double days = QuietWeeks.days(week);
    for (Said post : week) {
      perHour.computeIfAbsent(name(post), _ -> new double[24])[hour(post)] += 1 / days;
    }
  }

  /** A post's label, whichever brand it was told of; empty for none. */
  static String name(Said post) {
    return post.label().substring(post.label().indexOf(':') + 1).strip();
  }

  double perHour(Said post) {
    double[] hours = perHour.get(name(post));
    return Math.max(LEAST_PER_HOUR, hours == null ? 0 : hours[hour(post)]);
  }

  private static int hour(Said post) {
    return post.at().atOffset(ZoneOffset.UTC).getHour();
  }
}
