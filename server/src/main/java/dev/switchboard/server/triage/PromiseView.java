package dev.switchboard.server.triage;

import dev.switchboard.engine.triage.TriageThresholds;
import dev.switchboard.engine.triage.promise.AuditEstimate;
import dev.switchboard.engine.triage.promise.SetAsideRule;
import org.jspecify.annotations.Nullable;

/**
 * What a brand's triage promises, and how it stands.
 *
 * @param rule the threshold in force and what may be said of it
 * @param model the version of the model that decides now; 1 is the default
 * @param labels how many labels it has learned from
 * @param drawn posts of the audit's window that were drawn
 * @param waiting of these, those that nobody has looked at yet
 * @param estimate what the audit says; null while nobody has looked at anything
 */
public record PromiseView(
    String brand,
    SetAsideRule rule,
    int model,
    long labels,
    int drawn,
    int waiting,
    @Nullable AuditEstimate estimate) {

  /** Posts below it are set aside, 0 to 1; never above where help begins. */
  public double threshold() {
    return Math.min(rule.threshold(), TriageThresholds.DEFAULT.help());
  }

  /** Whether even the low end of the audit's estimate breaks the promise. */
  public boolean isBroken() {
    return estimate != null && estimate.breaks(rule.promise());
  }
}
