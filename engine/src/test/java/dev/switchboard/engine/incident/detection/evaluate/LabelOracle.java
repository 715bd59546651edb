package dev.switchboard.engine.incident.detection.evaluate;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The ceiling: it knows what each post is about, sees those that triage misses too, knows the rates
 * of its own week, and may be wrong in one week of ten when bursts are taken out of it. It scans
 * the last 10, 20 and 30 minutes of each label with Poisson's likelihood ratio.
 */
final class LabelOracle implements Watch {
  private static final int[] WINDOW_MINUTES = {10, 20, 30};
  private static final int QUIET_WEEKS = 40;
  private static final int WRONG_WEEKS = 4;
  private static final long FIRST_SEED = 1_000;

  private final LabelProfile profile;
  private final double threshold;
  private final Map<String, ArrayDeque<Said>> last = new HashMap<>();
  private double score;

  private LabelOracle(LabelProfile profile, double threshold) {
    this.profile = profile;
    this.threshold = threshold;
  }

  /** One that knows this brand's posts. */
  static LabelOracle of(List<Said> posts) {
    LabelProfile profile = new LabelProfile(posts);
    double[] highest = new double[QUIET_WEEKS];
    for (int week = 0; week < QUIET_WEEKS; week++) {
      LabelOracle scan = new LabelOracle(profile, Double.POSITIVE_INFINITY);
      for (Said post : QuietWeeks.shuffled(posts, FIRST_SEED + week)) {
        scan.alarms(post);
        highest[week] = Math.max(highest[week], scan.score);
      }
    }
    Arrays.sort(highest);
    return new LabelOracle(profile, highest[QUIET_WEEKS - 1 - WRONG_WEEKS]);
  }

  @Override
  public List<List<Long>> alarms(Said post) {
    score = 0;
    String label = LabelProfile.name(post);
    if (label.isEmpty()) {
      return List.of();
    }
    ArrayDeque<Said> window = last.computeIfAbsent(label, _ -> new ArrayDeque<>());
    window.add(post);
    List<Long> best = List.of();
    for (int minutes : WINDOW_MINUTES) {
      List<Long> within = within(window, post, minutes);
      double mean = profile.perHour(post) * minutes / 60;
      int count = within.size();
      double ratio = count <= mean ? 0 : count * Math.log(count / mean) - (count - mean);
      if (ratio > score) {
        score = ratio;
        best = within;
      }
    }
    while (window.getFirst().at().isBefore(post.at().minus(Duration.ofHours(1)))) {
      window.removeFirst();
    }
    return score > threshold ? List.of(best) : List.of();
  }

  private static List<Long> within(ArrayDeque<Said> window, Said post, int minutes) {
    return window.stream()
        .filter(each -> !each.at().isBefore(post.at().minus(Duration.ofMinutes(minutes))))
        .map(Said::id)
        .toList();
  }

  @Override
  public Watch copy() {
    LabelOracle copy = new LabelOracle(profile, threshold);
    last.forEach((label, window) -> copy.last.put(label, new ArrayDeque<>(window)));
    return copy;
  }
}
