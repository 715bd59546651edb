package dev.switchboard.engine.incident.cause;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person says about a suspect. Of several about one change the latest counts.
 *
 * @param by who said so
 * @param note why; null if not said
 */
public record CauseJudgement(
    String change, Answer answer, String by, Instant at, @Nullable String note) {
  /** Whether the change did it. */
  public enum Answer {
    CONFIRMED,
    REJECTED
  }
}
