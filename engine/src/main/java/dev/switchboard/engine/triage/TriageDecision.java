package dev.switchboard.engine.triage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What triage says of one post.
 *
 * @param verdict what is done with it
 * @param needsHelp the model's own answer
 * @param probability that the author needs help, 0 to 1
 * @param problem whether the post reports a problem, or null if that was not decided
 * @param problemProbability that it does, 0 to 1, or null
 * @param intent what it is about, or null if that was not decided
 * @param intentProbability 0 to 1, or null
 * @param urgency 0 (can wait) to 1 (now), or null if that was not decided
 * @param sentiment "negative", "neutral" or "positive", or null if that was not decided
 * @param language BCP 47, or null if it is not known
 * @param worthAnswering whether it deserves a word without being a case: praise, a plain question,
 *     or a report that asks for nothing; never true where the verdict is help
 * @param reasons what carried the decision, in words a person reads, strongest first; may be empty
 * @param model the version of the model that decided, 1 or more
 */
public record TriageDecision(
    Verdict verdict,
    boolean needsHelp,
    float probability,
    @Nullable Boolean problem,
    @Nullable Float problemProbability,
    @Nullable String intent,
    @Nullable Float intentProbability,
    @Nullable Float urgency,
    @Nullable String sentiment,
    @Nullable String language,
    boolean worthAnswering,
    List<String> reasons,
    int model) {

  public TriageDecision {
    requireShare("probability", probability);
    requireShare("problemProbability", problemProbability);
    requireShare("intentProbability", intentProbability);
    requireShare("urgency", urgency);
    reasons = List.copyOf(reasons);
  }

  /** A decision on help alone. */
  public TriageDecision(
      Verdict verdict, boolean needsHelp, float probability, List<String> reasons, int model) {
    this(
        verdict,
        needsHelp,
        probability,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        false,
        reasons,
        model);
  }

  /** The same of a post in this language. */
  public TriageDecision in(@Nullable String otherLanguage) {
    return new TriageDecision(
        verdict,
        needsHelp,
        probability,
        problem,
        problemProbability,
        intent,
        intentProbability,
        urgency,
        sentiment,
        otherLanguage,
        worthAnswering,
        reasons,
        model);
  }

  private static void requireShare(String name, @Nullable Float value) {
    if (value != null && !(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " must be 0 to 1, not " + value);
    }
  }
}
