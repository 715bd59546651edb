package dev.switchboard.store.triage;

import dev.switchboard.engine.triage.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A customer's post that is locked for one action.
 *
 * @param text its first 1,000 characters; empty if it was withdrawn
 * @param verdict what triage said, or null
 * @param judged what stands said of it, or null
 * @param drawn whether it was drawn for the audit
 */
public record JudgedPost(
    long id,
    int brandId,
    long conversation,
    String text,
    Instant createdAt,
    boolean withdrawn,
    @Nullable Verdict verdict,
    @Nullable Judged judged,
    boolean drawn) {

  /** Whether its author needs help, as far as people, or else triage, have said. */
  public boolean needsHelp() {
    return judged == null
        ? verdict == Verdict.HELP || verdict == Verdict.UNSURE
        : judged == Judged.HELP;
  }
}
