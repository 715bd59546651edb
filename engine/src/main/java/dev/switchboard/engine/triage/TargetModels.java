package dev.switchboard.engine.triage;

import dev.switchboard.engine.triage.classify.TextClassifier;
import org.jspecify.annotations.Nullable;

/**
 * Models of a brand's own that answer in place of the default; null where it has none.
 *
 * @param intent the brand's own list of intents
 * @param sentiment its labels are what a decision says
 */
public record TargetModels(
    @Nullable YesOrNo needsHelp,
    @Nullable YesOrNo problem,
    @Nullable TextClassifier intent,
    @Nullable TextClassifier sentiment) {
  public static final TargetModels NONE = new TargetModels(null, null, null, null);

  public TargetModels withNeedsHelp(YesOrNo model) {
    return new TargetModels(model, problem, intent, sentiment);
  }

  public TargetModels withProblem(YesOrNo model) {
    return new TargetModels(needsHelp, model, intent, sentiment);
  }

  public TargetModels withIntent(TextClassifier model) {
    return new TargetModels(needsHelp, problem, model, sentiment);
  }

  public TargetModels withSentiment(TextClassifier model) {
    return new TargetModels(needsHelp, problem, intent, model);
  }
}
