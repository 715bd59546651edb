package dev.switchboard.server.desk;

import dev.switchboard.store.process.Actors;
import dev.switchboard.store.process.StandsNow;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Who may decide on replies that wait, for those who only show it. They may have moved on by the
 * time at which somebody does: {@link Approving} looks again, by the same rule. Any thread.
 */
public final class Deciders {
  private final Jdbi jdbi;
  private final FlowRules flows;

  public Deciders(Jdbi jdbi, FlowRules flows) {
    this.jdbi = jdbi;
    this.flows = flows;
  }

  /**
   * Whether somebody may approve or send back a reply, if they did not write it.
   *
   * @param step in which it waits, if the flow asked for its approval; else null
   */
  public boolean may(long caseId, @Nullable String step, By by) {
    Optional<StandsNow> now = StandsNow.find(jdbi, caseId);
    return now.isPresent()
        && flows
            .deciding(flows.of(now.get()), step, by, () -> Actors.read(jdbi, by.agent()))
            .isEmpty();
  }
}
