package dev.switchboard.server.console;

import dev.switchboard.server.console.view.Agent;
import dev.switchboard.server.console.view.ListView;
import dev.switchboard.server.console.view.Scope;
import dev.switchboard.store.reads.CaseReads;
import org.jspecify.annotations.Nullable;

/** Reads the list that a page shows, alone or beside a case. */
final class Lists {
  private final CaseReads reads;
  private final Shells shells;

  Lists(CaseReads reads, Shells shells) {
    this.reads = reads;
    this.shells = shells;
  }

  /** The list, or the part of it that begins at {@code cursor}. */
  ListView list(Scope scope, Agent agent, @Nullable String cursor) throws InterruptedException {
    long seq = shells.seq();
    return ListView.of(reads.cases(scope.query(agent, cursor)), scope, agent, seq);
  }
}
