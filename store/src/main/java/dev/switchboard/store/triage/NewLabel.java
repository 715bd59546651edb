package dev.switchboard.store.triage;

import org.jspecify.annotations.Nullable;

/**
 * A label to be written.
 *
 * @param caseId the case that it concerns, or null
 * @param needsHelp what it says of that, or null
 * @param judged what stands said of the post from now on; null leaves it as it is
 * @param effect what it did to the case
 */
public record NewLabel(
    LabelAction action,
    @Nullable Long caseId,
    @Nullable Boolean needsHelp,
    @Nullable String intent,
    @Nullable Boolean problem,
    @Nullable Judged judged,
    CaseEffect effect) {

  /** What a label did to a case. */
  public enum CaseEffect {
    NONE,
    OPENED,
    REOPENED,
    CLOSED
  }

  /** A label on ordinary work: it says that help was needed, and changes nothing else. */
  public static NewLabel ofWork(LabelAction action, long caseId) {
    return new NewLabel(action, caseId, true, null, null, null, CaseEffect.NONE);
  }
}
