package dev.switchboard.server.console;

import dev.switchboard.engine.casework.CaseState;
import dev.switchboard.server.console.view.Agent;
import dev.switchboard.server.desk.CaseDesk;
import dev.switchboard.server.desk.DeskResult;
import dev.switchboard.store.reads.CaseQuery;
import dev.switchboard.store.reads.CaseReads;
import dev.switchboard.store.reads.CaseRow;
import org.jspecify.annotations.Nullable;

/** Takes the next case for an agent: many may ask at once, and each gets another one. */
final class NextCase {
  private static final int MAX_TRIES = 20;

  private final CaseReads reads;
  private final CaseDesk desk;

  NextCase(CaseReads reads, CaseDesk desk) {
    this.reads = reads;
    this.desk = desk;
  }

  /** Claims the most urgent case that waits; its id, or null if there is none to be had. */
  @Nullable Long take(@Nullable String brand, Agent agent) {
    String one = brand == null || brand.isBlank() ? null : brand;
    var query =
        new CaseQuery(
            CaseState.WAITING.word(),
            one,
            null,
            null,
            null,
            CaseQuery.Order.URGENT,
            null,
            MAX_TRIES);
    for (CaseRow row : reads.cases(query).items()) {
      if (desk.claim(row.id(), agent.name()) instanceof DeskResult.Done) {
        return row.id();
      }
    }
    return null;
  }
}
