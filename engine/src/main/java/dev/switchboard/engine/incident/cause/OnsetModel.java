package dev.switchboard.engine.incident.cause;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * When it began: a change point in a Poisson process of reports, over the usual rate.
 *
 * <p>How steeply the incident rises is fitted to the times alone: of a grid of rates, delays and
 * fadings, over a usual rate that is not known exactly, the {@link #RISES_KEPT} likeliest are kept
 * and averaged. Onsets stand on a grid of at most {@link #MAX_ONSETS} points; if the window is
 * long, the grid is laid twice, first coarsely. Evidence that reports carry besides their time
 * enters as a likelihood ratio for each. Cost: onsets × reports a question. What is watched for
 * minutes only, in a storm, is looked at on a finer scale of time and a higher one of rates.
 */
final class OnsetModel {
  static final int MAX_ONSETS = 240;

  private static final int MAX_COARSE_ONSETS = 120;

  private static final int RISES_KEPT = 8;
  private static final double MIN_USUAL_PER_MINUTE = 0.005;
  private static final double MIN_STEP_MINUTES = 0.5;
  private static final double NEGLIGIBLE_LOG = 14;
  private static final double HUGE = 1e100;
  private static final double[] DELAYS = {1.5, 3.5, 8, 16, 30};
  private static final double[] FADES = {60, 100_000};
  private static final double[] AMBIENT_TIMES = {0.65, 1, 1.5, 2.2};
  private static final double[] AMBIENT_SHARES = {0.2, 0.5, 0.2, 0.1};
  private static final int RATES = 9;
  private static final double LOWEST_RATE = 0.06;

  /** In a short window the lowest rate is no less than this share of the usual one. */
  private static final double LOWEST_SHARE = 0.05;

  /** A shorter window than this is looked at on a scale of its own. */
  private static final double SHORT_MINUTES = 30;

  private final double[] times;
  private final double end;
  private final double usual;
  private final double scale;
  private double[] onsets;
  private List<Course> courses;

  /**
   * A rise laid on the grid.
   *
   * @param rates for each onset and report, the incident's rate over the usual one
   * @param expected for each onset, how many reports come until the end
   */
  private record Course(double[][] rates, double[] expected, double factor, Ambient ambient) {
    /** The same rise, so many times as strong, on top of another usual rate. */
    Course with(double more, Ambient other) {
      return new Course(rates, expected, more / other.times(), other);
    }
  }

  /**
   * The usual rate may differ from what is known of it.
   *
   * @param times by how much it is multiplied
   * @param log how likely that is before, and how likely the reports are if all were usual
   */
  private record Ambient(double times, double log) {}

  /**
   * @param times in minutes from the window's start, ascending
   * @param end the window's length in minutes
   * @param usualPerMinute of reports that come anyway
   */
  OnsetModel(double[] times, double end, double usualPerMinute) {
    this.times = times.clone();
    this.end = end;
    usual = Math.max(MIN_USUAL_PER_MINUTE, usualPerMinute);
    scale = Math.min(1, end / SHORT_MINUTES);
    onsets = grid(0, end, MAX_COARSE_ONSETS);
    courses = likeliest();
    if (step() > minStep()) {
      onsets = around(logs());
      courses = likeliest();
    }
  }

  private double[] plain() {
    double[] plain = new double[times.length];
    Arrays.fill(plain, 1);
    return plain;
  }

  /** The onsets that are considered, in minutes, at equal steps. */
  double[] onsets() {
    return onsets.clone();
  }

  /** How likely it is, by the times alone, that each report is one of the incident; 0–1. */
  double[] membership() {
    double[] shares = LogSum.shares(logs());
    Course likeliest = courses.getFirst();
    double[] members = new double[times.length];
    for (int k = 0; k < onsets.length; k++) {
      for (int r = 0; r < times.length; r++) {
        double rate = likeliest.factor() * likeliest.rates()[k][r];
        members[r] += shares[k] * rate / (rate + 1);
      }
    }
    return members;
  }

  /** The same by the times alone. */
  double[] logs() {
    return logs(plain());
  }

  /**
   * For each onset, the logarithm of how likely the reports are, over usual reports alone.
   *
   * @param ratios for each report, how likely it is as one of the incident, over as a usual one
   */
  double[] logs(double[] ratios) {
    double[] logs = new double[onsets.length];
    double[] each = new double[courses.size()];
    for (int k = 0; k < onsets.length; k++) {
      for (int i = 0; i < each.length; i++) {
        each[i] = log(ratios, courses.get(i), k);
      }
      logs[k] = LogSum.of(each) - Math.log(each.length);
    }
    return logs;
  }

  private double log(double[] ratios, Course course, int onset) {
    double factor = course.factor();
    double log =
        course.ambient().log() - factor * course.ambient().times() * course.expected()[onset];
    double[] rates = course.rates()[onset];
    double product = 1;
    for (int r = times.length - 1; r >= 0 && rates[r] > 0; r--) {
      product *= 1 + factor * rates[r] * ratios[r];
      if (product > HUGE) {
        log += Math.log(product);
        product = 1;
      }
    }
    return log + Math.log(product);
  }

  private List<Course> likeliest() {
    record Fitted(Course course, double log) {}
    List<Fitted> fitted = new ArrayList<>();
    double[] plain = plain();
    for (double delay : DELAYS) {
      for (double fade : FADES) {
        Course unit = laid(new Rise(lowestRate(), scale * delay, fade));
        for (int a = 0; a < AMBIENT_TIMES.length; a++) {
          Ambient ambient = ambient(AMBIENT_TIMES[a], AMBIENT_SHARES[a]);
          Fitted best = new Fitted(unit, Double.NEGATIVE_INFINITY);
          for (int i = 0; i < RATES; i++) {
            Course course = unit.with(Math.pow(2, i), ambient);
            double log = evidence(plain, course);
            best = log > best.log() ? new Fitted(course, log) : best;
          }
          fitted.add(best);
        }
      }
    }
    fitted.sort(Comparator.comparingDouble(Fitted::log).reversed());
    return fitted.stream().limit(RISES_KEPT).map(Fitted::course).toList();
  }

  private Ambient ambient(double multiple, double share) {
    double asUsual = times.length * Math.log(multiple) - (multiple - 1) * usual * end;
    return new Ambient(multiple, Math.log(share) + asUsual);
  }

  private double evidence(double[] ratios, Course course) {
    double[] logs = new double[onsets.length];
    for (int k = 0; k < logs.length; k++) {
      logs[k] = log(ratios, course, k);
    }
    return LogSum.of(logs);
  }

  private Course laid(Rise rise) {
    double[][] rates = new double[onsets.length][times.length];
    double[] expected = new double[onsets.length];
    for (int k = 0; k < onsets.length; k++) {
      expected[k] = rise.expected(end - onsets[k]);
      for (int r = 0; r < times.length; r++) {
        rates[k][r] = rise.rate(times[r] - onsets[k]) / usual;
      }
    }
    return new Course(rates, expected, 1, ambient(1, 1));
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

  private double lowestRate() {
    return scale < 1 ? Math.max(LOWEST_RATE, LOWEST_SHARE * usual) : LOWEST_RATE;
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
