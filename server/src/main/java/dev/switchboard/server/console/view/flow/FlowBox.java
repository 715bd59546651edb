package dev.switchboard.server.console.view.flow;

import dev.switchboard.engine.deadline.DurationText;
import dev.switchboard.engine.process.Approval;
import dev.switchboard.engine.process.Flow;
import dev.switchboard.engine.process.Lifecycle;
import dev.switchboard.engine.process.Step;

/**
 * A step in a drawing.
 *
 * @param name cut to what fits
 * @param start whether cases begin here
 * @param line what is said below the name, cut to what fits
 * @param title all of it
 */
public record FlowBox(
    String step,
    String name,
    Lifecycle state,
    boolean start,
    int x,
    int y,
    int width,
    int height,
    String line,
    String title) {
  private static final int UNITS_A_NAME_LETTER = 9;
  private static final int UNITS_A_LINE_LETTER = 6;
  private static final int PADDING = 24;

  static FlowBox of(Flow flow, Step step, int x, int y, int width, int height) {
    String line = line(step);
    return new FlowBox(
        step.name(),
        cut(step.name(), (width - PADDING) / UNITS_A_NAME_LETTER),
        step.state(),
        step.name().equals(flow.start()),
        x,
        y,
        width,
        height,
        cut(line, (width - PADDING) / UNITS_A_LINE_LETTER),
        step.name() + (line.isEmpty() ? "" : ": " + line));
  }

  /** The shortest that tells most: who acts, or what is approved, and within which time. */
  private static String line(Step step) {
    Approval approval = step.approval();
    String who =
        switch (step.state()) {
          case PENDING -> approval == null ? "goes out" : "read by " + approval.by().words();
          case WAITING, CLAIMED -> step.who().groups().isEmpty() ? "everybody" : step.who().words();
          case ANSWERED -> "the customer's turn";
          case CLOSED -> "";
        };
    return step.within() == null ? who : DurationText.of(step.within()) + " · " + who;
  }

  private static String cut(String text, int letters) {
    return text.length() <= letters
        ? text
        : text.substring(0, Math.max(1, letters - 1)).strip() + "…";
  }

  int right() {
    return x + width;
  }

  int bottom() {
    return y + height;
  }

  public int middle() {
    return x + width / 2;
  }
}
