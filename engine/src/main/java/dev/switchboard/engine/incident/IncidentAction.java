package dev.switchboard.engine.incident;

import dev.switchboard.engine.incident.cause.CauseJudgement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person does with an incident; {@code by} is who. */
public sealed interface IncidentAction {
  /** Looks after it. */
  record Acknowledge(long incident, String by) implements IncidentAction {}

  /** Says that it is over. Many more reports open it again. */
  record Resolve(long incident, String by, @Nullable String note) implements IncidentAction {}

  /** Says that it goes on. */
  record Reopen(long incident, String by) implements IncidentAction {}

  /** Confirms or rejects a cause; of several judgements of one change the latest counts. */
  record JudgeCause(long incident, CauseJudgement judgement) implements IncidentAction {}

  /** Says that two are one, under the number of {@code into}. */
  record Merge(long into, long from, String by) implements IncidentAction {}

  /** Says that two are not one. */
  record KeepApart(long incident, long other, String by) implements IncidentAction {}

  /**
   * Says that some of its posts are about something else.
   *
   * @param posts of the incident, and written in the last day: older texts are not kept
   */
  record Split(long incident, List<Long> posts, String by) implements IncidentAction {
    public Split {
      posts = List.copyOf(posts);
    }
  }

  /** Takes a merge or a split back. */
  record Undo(long action, String by) implements IncidentAction {}
}
