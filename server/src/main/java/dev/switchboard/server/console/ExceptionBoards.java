package dev.switchboard.server.console;

import dev.switchboard.server.console.view.Scope;
import dev.switchboard.server.console.view.exception.ExceptionBoard;
import dev.switchboard.server.console.view.exception.FlowCard;
import dev.switchboard.server.console.view.exception.LateLine;
import dev.switchboard.store.reads.OpenExceptions;
import dev.switchboard.store.triage.TriageReads;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Reads what the page of exceptions shows: six statements, however much there is. */
final class ExceptionBoards {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration WEEK = Duration.ofDays(7);

  private final Console.Floor floor;
  private final TriageReads triage;

  ExceptionBoards(Console.Floor floor, TriageReads triage) {
    this.floor = floor;
    this.triage = triage;
  }

  ExceptionBoard of(Scope scope) {
    String brand = scope.brand();
    Instant now = floor.clock().instant();
    FlowCard card =
        new FlowCard(
            floor.flow().share(brand, now.minus(DAY)), floor.flow().share(brand, now.minus(WEEK)));
    OpenExceptions open = floor.exceptions().open(brand, ExceptionBoard.MAX_CARDS);
    List<LateLine> late =
        ExceptionBoard.isMuchLate(open)
            ? LateLine.of(floor.floors().late(brand), scope)
            : List.of();
    return ExceptionBoard.of(open, late, card, triage.counts(brand).unsure(), scope);
  }
}
