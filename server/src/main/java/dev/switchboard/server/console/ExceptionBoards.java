package dev.switchboard.server.console;

import dev.switchboard.server.console.view.Scope;
import dev.switchboard.server.console.view.TriageTab;
import dev.switchboard.server.console.view.exception.ExceptionBoard;
import dev.switchboard.server.console.view.exception.FlowCard;
import dev.switchboard.store.reads.CaseReads;
import dev.switchboard.store.reads.FlowReads;
import dev.switchboard.store.triage.TriageReads;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Reads what the page of exceptions shows: four statements, however much there is. */
final class ExceptionBoards {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration WEEK = Duration.ofDays(7);

  private final CaseReads cases;
  private final FlowReads flow;
  private final TriageReads triage;
  private final InstantSource clock;

  ExceptionBoards(CaseReads cases, FlowReads flow, TriageReads triage, InstantSource clock) {
    this.cases = cases;
    this.flow = flow;
    this.triage = triage;
    this.clock = clock;
  }

  ExceptionBoard of(Scope scope) {
    String brand = scope.brand();
    Instant now = clock.instant();
    FlowCard card =
        new FlowCard(flow.share(brand, now.minus(DAY)), flow.share(brand, now.minus(WEEK)));
    return ExceptionBoard.of(
        cases.exceptions(brand),
        card,
        triage.counts(brand).unsure(),
        scope.address(TriageTab.UNSURE.path()));
  }
}
