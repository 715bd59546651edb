package dev.switchboard.server.demo;

import dev.switchboard.channels.changes.ChangeLines;
import dev.switchboard.channels.changes.ParsedChange;
import dev.switchboard.engine.incident.change.Change;
import dev.switchboard.store.incidents.ChangeStore;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Stores the demo's changes as {@code POST /api/v1/changes} would. */
public final class StoredChanges implements ChangeSink {
  private final ChangeStore store;
  private final InstantSource clock;
  private final Runnable committed;

  /**
   * @param committed called after each commit
   */
  public StoredChanges(ChangeStore store, InstantSource clock, Runnable committed) {
    this.store = store;
    this.clock = clock;
    this.committed = committed;
  }

  @Override
  public void accept(List<String> lines) {
    List<Change> changes = new ArrayList<>();
    byte[] body = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    ChangeLines.parseLines(
        body,
        parsed -> {
          switch (parsed) {
            case ParsedChange.Good(_, var change) -> changes.add(change);
            case ParsedChange.Ignored(_, var reason) -> throw new IllegalStateException(reason);
            case ParsedChange.Bad(_, var reason) -> throw new IllegalStateException(reason);
          }
        });
    store.add(changes, Airline.BRAND, clock.instant());
    committed.run();
  }
}
