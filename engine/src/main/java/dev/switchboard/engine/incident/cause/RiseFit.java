package dev.switchboard.engine.incident.cause;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Fits by the times of reports alone how steeply an incident rises, how strong it gets, and how
 * reports come that have nothing to do with it. First each shape of a rise is fitted in strength
 * among others as they are known to come, then the likeliest shapes among others that come
 * otherwise.
 */
final class RiseFit {
  private static final int COURSES_KEPT = 8;
  private static final int SHAPES_KEPT = 5;
  private static final double NEGLIGIBLE_LOG = 5;
  private static final double[] DELAYS = {1.5, 3.5, 8, 16, 30};
  private static final double[] SLOW_DELAYS = {3.5, 8, 16};
  private static final double[] FADES = {60, 100_000};
  private static final double[] AMBIENT_TIMES = {0.65, 1, 1.5, 2.2};
  private static final double[] AMBIENT_SHARES = {0.2, 0.5, 0.2, 0.1};
  private static final double[] ECHOES = {0, 0.2, 0.45};
  private static final double[] ECHO_SHARES = {0.5, 0.25, 0.25};
  private static final int STRENGTHS = 9;
  private static final int FIRST_STRENGTH = 4;

  private final double[] minutes;
  private final double[] plain;
  private final double end;
  private final List<Ambient> ambients = new ArrayList<>();
  private final Ambient known;
  private final List<Rise> rises = new ArrayList<>();

  private record Fitted(Course course, int strength, double log) {}

  /**
   * @param minutes of reports, ascending
   * @param usual reports a minute that come anyway
   * @param lowest reports a minute of the weakest incident that is considered
   * @param scale of all delays
   */
  RiseFit(double[] minutes, double end, double usual, double lowest, double scale) {
    this.minutes = minutes;
    this.end = end;
    plain = new double[minutes.length];
    Arrays.fill(plain, 1);
    for (int i = 0; i < AMBIENT_TIMES.length; i++) {
      for (int e = 0; e < ECHOES.length; e++) {
        double share = AMBIENT_SHARES[i] * ECHO_SHARES[e];
        ambients.add(Ambient.of(minutes, end, usual, scale, AMBIENT_TIMES[i], ECHOES[e], share));
      }
    }
    known = Ambient.of(minutes, end, usual, scale, 1, ECHOES[1], 1);
    for (double fade : FADES) {
      for (double delay : DELAYS) {
        rises.add(new Rise(lowest, scale * delay, fade, false));
      }
      for (double delay : SLOW_DELAYS) {
        rises.add(new Rise(lowest, scale * delay, fade, true));
      }
    }
  }

  /** The likeliest courses on these onsets, at least one, the likeliest first. */
  List<Course> on(double[] onsets) {
    List<Fitted> shapes = new ArrayList<>();
    for (Rise rise : rises) {
      Course course = Course.of(rise, onsets, minutes, end, known);
      shapes.add(fitted(course, known, FIRST_STRENGTH));
    }
    List<Fitted> all = new ArrayList<>();
    for (Fitted shape : likeliest(shapes, SHAPES_KEPT)) {
      for (Ambient ambient : ambients) {
        all.add(fitted(shape.course(), ambient, shape.strength()));
      }
    }
    return likeliest(all, COURSES_KEPT).stream().map(Fitted::course).toList();
  }

  private static List<Fitted> likeliest(List<Fitted> fitted, int most) {
    fitted.sort(Comparator.comparingDouble(Fitted::log).reversed());
    double least = fitted.getFirst().log() - NEGLIGIBLE_LOG;
    return fitted.stream().limit(most).filter(each -> each.log() >= least).toList();
  }

  /** As strong as makes it likeliest: up from a strength, or else down. */
  private Fitted fitted(Course course, Ambient ambient, int from) {
    Fitted best = fit(course, ambient, from);
    for (int way = 1; way >= -1; way -= 2) {
      for (int i = from + way; i >= 0 && i < STRENGTHS; i += way) {
        Fitted next = fit(course, ambient, i);
        if (next.log() <= best.log()) {
          break;
        }
        best = next;
      }
    }
    return best;
  }

  private Fitted fit(Course course, Ambient ambient, int strength) {
    Course with = course.with(Math.pow(2, strength), ambient);
    return new Fitted(with, strength, LogSum.of(with.logs(plain)));
  }
}
