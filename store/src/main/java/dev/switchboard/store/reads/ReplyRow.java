package dev.switchboard.store.reads;

import dev.switchboard.engine.casework.ApprovalReason;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A reply as its case shows it.
 *
 * @param error why it failed, is unknown or is tried again; or null
 * @param approval what became of its approval, or null if it needs none
 */
public record ReplyRow(
    long id,
    String agent,
    String text,
    ReplyStatus status,
    Instant createdAt,
    @Nullable Instant sentAt,
    @Nullable String externalId,
    @Nullable String error,
    int attempts,
    long seenThrough,
    @Nullable Approval approval) {

  /**
   * A reply's approval.
   *
   * @param hands who wrote it: in whose name, and whoever did so in that name
   * @param decidedBy who approved it, sent it back or withdrew it; null while it waits
   * @param note what should be otherwise, if it was sent back
   */
  public record Approval(
      ApprovalReason why,
      Set<String> hands,
      @Nullable String decidedBy,
      @Nullable Instant decidedAt,
      @Nullable String note) {
    public Approval {
      hands = Set.copyOf(hands);
    }
  }
}
