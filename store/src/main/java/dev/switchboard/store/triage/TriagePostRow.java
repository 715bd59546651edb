package dev.switchboard.store.triage;

import dev.switchboard.engine.post.PostKind;
import dev.switchboard.engine.triage.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer's post with what triage and people said of it. Probabilities are 0 to 1.
 *
 * @param channel {@code network:account}
 * @param text empty when its author has withdrawn it
 * @param caseId the latest case of its conversation, or null
 * @param caseState the state of that case: waiting, claimed, pending, answered or closed
 * @param verdict what triage said; null for posts that were withdrawn when they came
 * @param judged what a person said, which stands before the verdict, or null
 * @param reasons what carried the verdict, strongest first
 * @param model the version of the brand's model that decided, 1 for the default
 * @param label what was said of it last and may be undone, or null
 * @param taggedIntent what a person said it is about, or null
 * @param taggedProblem whether a person said that it reports a problem, or null
 * @param auditChance with which it was drawn for the audit, above 0; or null
 */
public record TriagePostRow(
    long id,
    String brand,
    String channel,
    String externalId,
    String author,
    PostKind kind,
    String text,
    Instant createdAt,
    Instant receivedAt,
    @Nullable Instant deletedAt,
    @Nullable String language,
    @Nullable String url,
    @Nullable Long caseId,
    @Nullable String caseState,
    @Nullable Verdict verdict,
    @Nullable Judged judged,
    @Nullable Float probability,
    @Nullable Boolean problem,
    @Nullable Float problemProbability,
    @Nullable String intent,
    @Nullable Float intentProbability,
    @Nullable Float urgency,
    @Nullable String sentiment,
    boolean worthAnswering,
    List<String> reasons,
    @Nullable Integer model,
    @Nullable Said label,
    @Nullable String taggedIntent,
    @Nullable Boolean taggedProblem,
    @Nullable Float auditChance) {

  public TriagePostRow {
    reasons = List.copyOf(reasons);
  }

  /** What a person said of a post. */
  public record Said(long label, LabelAction action, String agent, Instant at) {}
}
