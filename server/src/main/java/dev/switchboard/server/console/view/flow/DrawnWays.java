package dev.switchboard.server.console.view.flow;

import dev.switchboard.engine.process.Flow;
import dev.switchboard.engine.process.FlowWays;
import dev.switchboard.engine.process.FlowWays.Way;
import dev.switchboard.engine.process.Lifecycle;
import dev.switchboard.engine.process.Step;
import dev.switchboard.engine.process.Trigger;
import java.util.List;
import java.util.Locale;

/**
 * The ways that are drawn: those that a flow names, and of the usual ones those on which most cases
 * go. The rest would cover them; the words below the drawing have all.
 */
final class DrawnWays {
  private DrawnWays() {}

  static List<Way> of(Flow flow) {
    return FlowWays.of(flow).stream()
        .filter(way -> way.to() != null && !way.stays())
        .filter(way -> way.named() || isMain(flow.getStep(way.from()), way.by()))
        .toList();
  }

  private static boolean isMain(Step from, Trigger by) {
    return switch (by) {
      case CLAIMS -> from.state() == Lifecycle.WAITING;
      case WRITES, ASKS -> true;
      case SENT -> from.state() == Lifecycle.PENDING && !from.next().containsKey(Trigger.APPROVES);
      case CLOSES -> from.state() == Lifecycle.ANSWERED;
      case RELEASES,
          CLAIM_EXPIRES,
          HANDS_OVER,
          TAKES_OVER,
          PASSES_ON,
          APPROVES,
          SENDS_BACK,
          WITHDRAWS,
          NOT_SENT,
          ANSWERED_ELSEWHERE,
          REOPENS ->
          false;
    };
  }

  /** A trigger as people read it: {@code passes on}. */
  static String words(Trigger trigger) {
    return trigger.word().replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
  }
}
