package dev.switchboard.engine.process;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to an input: where the case is then and what was decided, or a refusal. */
public sealed interface ProcessOutcome {
  /**
   * It is so.
   *
   * @param lookAgainAt when time alone decides something, or null if it does not
   */
  record Done(CasePlace place, List<ProcessDecision> decisions, @Nullable Instant lookAgainAt)
      implements ProcessOutcome {
    public Done {
      decisions = List.copyOf(decisions);
    }
  }

  /** Nothing changed. */
  record Refused(NotAllowed why) implements ProcessOutcome {}
}
