package dev.switchboard.engine.process;

import dev.switchboard.engine.deadline.CaseDeadlines;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a case is in its flow. Immutable: all that later decisions depend on, save the flow itself.
 *
 * @param flow the version on which it began
 * @param enteredAt when it came to the step
 * @param lastOf the step in which it was last, of each state in which it was
 * @param worker who works on the step, or paused; null if nobody does
 * @param progress how far work on the step is
 * @param reply what was written, while it is pending; null otherwise
 * @param customerWaits whether the customer waits for an answer
 * @param askedMeanwhile when the customer asked while a reply was pending, or null
 * @param escalated how many escalations of the step there were
 */
public record CasePlace(
    FlowKey flow,
    String step,
    Instant enteredAt,
    Map<Lifecycle, String> lastOf,
    @Nullable String worker,
    Progress progress,
    @Nullable PendingReply reply,
    boolean customerWaits,
    @Nullable Instant askedMeanwhile,
    int escalated,
    CaseDeadlines deadlines) {
  /** How far work on a step is. */
  public enum Progress {
    ENABLED,
    STARTED,
    /** It rests, until the company does something. */
    PAUSED,
    /** It rests, until the customer writes. */
    PAUSED_FOR_CUSTOMER
  }

  /**
   * A reply that is pending.
   *
   * @param awaitsApproval whether it may not go out yet
   */
  public record PendingReply(String writer, boolean byVolunteer, boolean awaitsApproval) {}

  public CasePlace {
    Map<Lifecycle, String> copy = new EnumMap<>(Lifecycle.class);
    copy.putAll(lastOf);
    lastOf = Collections.unmodifiableMap(copy);
  }

  /** Of a case of which nothing is known but that it begins. */
  static CasePlace beginning(FlowKey flow, String start) {
    return new CasePlace(
        flow,
        start,
        Instant.EPOCH,
        Map.of(),
        null,
        Progress.ENABLED,
        null,
        true,
        null,
        0,
        CaseDeadlines.NONE);
  }

  /** The same in another step, to which it has just come. */
  CasePlace at(Step other) {
    return new CasePlace(
        flow,
        other.name(),
        enteredAt,
        lastOf,
        worker,
        Progress.ENABLED,
        reply,
        customerWaits,
        askedMeanwhile,
        0,
        deadlines);
  }
}
