package dev.switchboard.engine.triage;

import java.util.List;

/**
 * What triage says of one post.
 *
 * @param verdict what is done with it
 * @param needsHelp the model's own answer
 * @param probability that the author needs help, 0 to 1
 * @param reasons what carried the decision, in words a person reads, strongest first; may be empty
 * @param model the version of the model that decided, 1 or more
 */
public record TriageDecision(
    Verdict verdict, boolean needsHelp, float probability, List<String> reasons, int model) {

  public TriageDecision {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("probability must be 0 to 1, not " + probability);
    }
    reasons = List.copyOf(reasons);
  }
}
