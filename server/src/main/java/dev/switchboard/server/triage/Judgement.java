package dev.switchboard.server.triage;

import dev.switchboard.engine.triage.TriageDecision;
import dev.switchboard.engine.triage.TriageThresholds;
import dev.switchboard.engine.triage.promise.SetAsideRule;
import dev.switchboard.store.triage.TriagePostRow;

/**
 * Why a post was decided as it was, and how it would be decided now.
 *
 * @param post as it was decided when it came
 * @param now what the brand's model says by now
 * @param rule the threshold in force now
 */
public record Judgement(TriagePostRow post, TriageDecision now, SetAsideRule rule) {

  /** Posts below it are set aside, 0 to 1; never above where help begins. */
  public double threshold() {
    return Math.min(rule.threshold(), TriageThresholds.DEFAULT.help());
  }
}
