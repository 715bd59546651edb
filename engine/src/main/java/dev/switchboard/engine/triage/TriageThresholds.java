package dev.switchboard.engine.triage;

/**
 * Where probability becomes a verdict.
 *
 * @param setAside below this a post may be set aside, 0 to {@code help}
 * @param needsHelp from this on the model's own answer is yes, 0 to 1
 * @param help from this on a case is opened, 0 to 1
 */
public record TriageThresholds(float setAside, float needsHelp, float help) {
  /** Until a promise can be kept nothing is set aside: what is not help is ranked low. */
  public static final TriageThresholds DEFAULT = new TriageThresholds(0, 0.5f, 0.5f);

  public TriageThresholds {
    if (!(setAside >= 0 && setAside <= help && help <= 1 && needsHelp >= 0 && needsHelp <= 1)) {
      throw new IllegalArgumentException(
          "thresholds must be 0 to 1, setAside at most help: %s, %s, %s"
              .formatted(setAside, needsHelp, help));
    }
  }
}
