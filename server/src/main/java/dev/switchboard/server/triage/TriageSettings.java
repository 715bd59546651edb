package dev.switchboard.server.triage;

import dev.switchboard.engine.triage.learn.LearnerOptions;
import dev.switchboard.engine.triage.promise.AuditPlan;
import dev.switchboard.engine.triage.promise.Promise;
import dev.switchboard.server.language.LanguageSettings;

/**
 * What a company sets about triage, for all its brands alike.
 *
 * @param promise at most what share of those who need help may be set aside
 * @param audit how much of what was set aside people look at
 * @param languages which languages are told by a post's words
 */
public record TriageSettings(Promise promise, AuditPlan audit, LanguageSettings languages) {
  public static final TriageSettings DEFAULT =
      new TriageSettings(Promise.DEFAULT, AuditPlan.DEFAULT);

  /** With the languages that are told by default. */
  public TriageSettings(Promise promise, AuditPlan audit) {
    this(promise, audit, LanguageSettings.DEFAULT);
  }

  LearnerOptions learner() {
    LearnerOptions usual = LearnerOptions.DEFAULT;
    return new LearnerOptions(
        usual.settings(), usual.replays(), usual.memoryTexts(), usual.heldOutOneIn(), promise);
  }
}
