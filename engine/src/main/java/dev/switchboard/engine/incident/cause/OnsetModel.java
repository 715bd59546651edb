package dev.switchboard.engine.incident.cause;

import java.util.Arrays;
import java.util.List;

/**
 * When it began: a change point in a Poisson process of reports, over the usual rate.
 *
 * <p>How steeply the incident rises is fitted to the times alone ({@link RiseFit}); the likeliest
 * courses of events are averaged. Onsets stand on a grid of at most {@link #MAX_ONSETS} points; if
 * the window is long, the grid is laid twice, first coarsely. Evidence that reports carry besides
 * their time enters as a likelihood ratio for each. Cost: onsets × reports a question. What is
 * watched for minutes only, in a storm, is looked at on a finer scale of time and a higher one of
 * rates.
 */
final class OnsetModel {
  static final int MAX_ONSETS = 240;

  private static final int MAX_COARSE_ONSETS = 80;
  private static final double MIN_USUAL_PER_MINUTE = 0.005;
  private static final double MIN_STEP_MINUTES = 0.5;
  private static final double NEGLIGIBLE_LOG = 14;
  private static final double LOWEST_RATE = 0.06;

  /** In a short window the lowest rate is no less than this share of the usual one. */
  private static final double LOWEST_SHARE = 0.05;

  /** A shorter window than this is looked at on a scale of its own. */
  private static final double SHORT_MINUTES = 30;

  private final int reports;
  private final double end;
  private final double scale;
  private double[] onsets;
  private List<Course> courses;

  /**
   * @param times in minutes from the window's start, ascending
   * @param end the window's length in minutes
   * @param usualPerMinute of reports that come anyway
   */
  OnsetModel(double[] times, double end, double usualPerMinute) {
    reports = times.length;
    this.end = end;
    double usual = Math.max(MIN_USUAL_PER_MINUTE, usualPerMinute);
    scale = Math.min(1, end / SHORT_MINUTES);
    double lowest = scale < 1 ? Math.max(LOWEST_RATE, LOWEST_SHARE * usual) : LOWEST_RATE;
    RiseFit fit = new RiseFit(times.clone(), end, usual, lowest, scale);
    onsets = grid(0, end, MAX_COARSE_ONSETS);
    courses = fit.on(onsets);
    if (step() > minStep()) {
      onsets = around(logs());
      courses = fit.on(onsets);
    }
  }

  /** The onsets that are considered, in minutes, at equal steps. */
  double[] onsets() {
    return onsets.clone();
  }

  /** How likely it is, by the times alone, that each report is one of the incident; 0–1. */
  double[] membership() {
    double[] shares = LogSum.shares(logs());
    Course likeliest = courses.getFirst();
    double[] members = new double[reports];
    for (int k = 0; k < onsets.length; k++) {
      for (int r = 0; r < reports; r++) {
        members[r] += shares[k] * likeliest.membership(k, r);
      }
    }
    return members;
  }

  /** For each onset, the logarithm of how likely the times of the reports are. */
  double[] logs() {
    double[] plain = new double[reports];
    Arrays.fill(plain, 1);
    return logs(plain);
  }

  /**
   * The same with what reports say.
   *
   * @param ratios for each report, how likely it is as one of the incident, over as a usual one
   */
  double[] logs(double[] ratios) {
    List<double[]> each = courses.stream().map(course -> course.logs(ratios)).toList();
    double[] logs = new double[onsets.length];
    double[] terms = new double[each.size()];
    for (int k = 0; k < logs.length; k++) {
      for (int i = 0; i < terms.length; i++) {
        terms[i] = each.get(i)[k];
      }
      logs[k] = LogSum.of(terms) - Math.log(terms.length);
    }
    return logs;
  }

  private double step() {
    return onsets.length < 2 ? 0 : onsets[1] - onsets[0];
  }

  /** A finer grid where the coarse one is not negligible. */
  private double[] around(double[] logs) {
    double max = Arrays.stream(logs).max().orElse(0);
    int first = 0;
    while (logs[first] < max - NEGLIGIBLE_LOG) {
      first++;
    }
    int last = logs.length - 1;
    while (logs[last] < max - NEGLIGIBLE_LOG) {
      last--;
    }
    double half = step() / 2;
    return grid(Math.max(0, onsets[first] - half), Math.min(end, onsets[last] + half), MAX_ONSETS);
  }

  private double minStep() {
    return scale * MIN_STEP_MINUTES;
  }

  private double[] grid(double from, double to, int most) {
    int count = (int) Math.clamp((to - from) / minStep(), 1, most);
    double step = (to - from) / count;
    double[] grid = new double[count];
    for (int k = 0; k < count; k++) {
      grid[k] = from + (k + 0.5) * step;
    }
    return grid;
  }
}
