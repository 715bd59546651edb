package dev.switchboard.engine.flow;

import dev.switchboard.engine.post.Post;
import dev.switchboard.engine.triage.TriageDecision;
import java.time.Instant;

/** Draws what people look at from what is set aside. One thread a brand. */
public interface AuditDraw {
  /** Draws nothing. */
  AuditDraw NONE = (_, _, _, _) -> 0;

  /**
   * Whether a post that was just set aside is to be looked at.
   *
   * @param id the post's number
   * @return the chance with which it was taken, above 0, or 0 if it was not taken
   */
  double chanceIfTaken(long id, Post post, TriageDecision decision, Instant now);
}
