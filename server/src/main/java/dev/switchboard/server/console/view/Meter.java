package dev.switchboard.server.console.view;

import org.jspecify.annotations.Nullable;

/**
 * How likely somebody needs help, before and now, in whole per cent.
 *
 * @param then what triage said when the post came, or null if it was not asked
 * @param now what it says by now
 * @param threshold below it posts are set aside; 0 if nothing is
 */
public record Meter(@Nullable Integer then, int now, int threshold) {
  /** The width of the drawing. */
  public static final int WIDTH = 100;

  static Meter of(@Nullable Float then, float now, double threshold) {
    return new Meter(
        then == null ? null : Integer.valueOf(percent(then)), percent(now), percent(threshold));
  }

  private static int percent(double share) {
    return (int) Math.round(share * WIDTH);
  }

  /** Whether triage has changed its mind since. */
  public boolean moved() {
    return then != null && then != now;
  }

  /** Where it was; where it is if that is not known. */
  public int was() {
    return then == null ? now : then;
  }

  public String words() {
    return moved()
        ? "%d %% likely to need help, %d %% before".formatted(now, was())
        : "%d %% likely to need help".formatted(now);
  }
}
