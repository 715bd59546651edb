package dev.switchboard.engine.triage;

import dev.switchboard.engine.triage.model.LinearModel;
import dev.switchboard.engine.triage.text.Features;
import dev.switchboard.engine.triage.text.Signal;
import dev.switchboard.engine.triage.text.Topic;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a post says besides asking for help, by weights set by hand on cues and topics: there is no
 * permissive data to learn them from. All in log-odds unless said.
 */
final class Aspects {
  private static final Topic[] INTENTS = intents();

  /** Cues fall short of certainty. */
  private static final double PROBLEM_BIAS = -1.6;

  private static final double SENTIMENT_MARGIN = 0.5;

  private Aspects() {}

  /** Whether something does not work, for the author or for others: log-odds. */
  static double problem(Features f) {
    double score = PROBLEM_BIAS;
    score += 1.9 * f.strength(Signal.TROUBLE) + 0.6 * f.strength(Signal.COMPLAINT);
    score += 0.7 * f.strength(Signal.DANGER) + 0.5 * f.strength(Signal.COURTESY);
    score += 0.6 * (f.strength(Topic.DELAY) + f.strength(Topic.CANCELLATION));
    score += 0.6 * (f.strength(Topic.LOST) + f.strength(Topic.DAMAGE));
    score += 0.5 * f.strength(Topic.TECHNICAL) + 0.5 * f.strength(Topic.ANGER);
    score += 0.4 * f.strength(Topic.DISAPPOINTMENT);
    score -= 0.8 * f.strength(Signal.PRAISE) + 0.6 * f.strength(Topic.THANKS);
    score -= 0.7 * f.strength(Signal.SHARE) + 0.9 * f.strength(Signal.GIVEAWAY);
    score -= 0.5 * f.strength(Signal.JOKE) + 0.8 * f.strength(Signal.NOTHING);
    return score;
  }

  /**
   * How soon it must be seen, 0 to 1: the chance that at least one reason holds (danger, a
   * deadline, money, time passing), as if they were independent.
   */
  static double urgency(Features f, double needsHelp) {
    double calm = 1;
    calm *= 1 - 0.85 * Math.min(1, f.strength(Signal.DANGER));
    calm *= 1 - 0.3 * Math.min(1, f.strength(Topic.SAFETY));
    calm *= 1 - 0.5 * Math.min(1.5, f.strength(Signal.DEADLINE));
    calm *= 1 - 0.2 * Math.min(1.5, f.strength(Topic.BILLING));
    calm *= 1 - 0.2 * Math.min(1.5, f.strength(Topic.DELAY));
    calm *= 1 - 0.25 * Math.min(1, f.strength(Topic.CANCELLATION));
    return (1 - calm) * (0.25 + 0.75 * needsHelp);
  }

  /** "negative", "neutral" or "positive". */
  static String sentiment(Features f) {
    double good = f.strength(Topic.POSITIVE) + f.strength(Topic.THANKS);
    good += 0.8 * f.strength(Signal.PRAISE) + f.strength(Signal.HAPPY);
    good += 0.5 * f.strength(Topic.NEGATIVE_DENIED);
    double bad = 1.2 * f.strength(Topic.ANGER) + 0.7 * f.strength(Topic.DISAPPOINTMENT);
    bad += 0.9 * f.strength(Signal.TROUBLE) + 0.7 * f.strength(Signal.COMPLAINT);
    bad += 0.7 * f.strength(Topic.POSITIVE_DENIED) + 0.4 * f.strength(Topic.NEGATION);
    bad += f.strength(Signal.SAD) + 0.3 * f.strength(Topic.CONTACT);
    if (bad - good > SENTIMENT_MARGIN) {
      return "negative";
    }
    return good - bad > SENTIMENT_MARGIN ? "positive" : "neutral";
  }

  /** The topic that is spoken of most, the earlier one of equals; null if there is none. */
  static @Nullable Topic topic(Features f) {
    Topic best = null;
    for (Topic topic : INTENTS) {
      if (f.strength(topic) > (best == null ? 0 : f.strength(best))) {
        best = topic;
      }
    }
    return best;
  }

  /** The share of a topic among all that are spoken of, held down where there is little talk. */
  static float share(Features f, Topic of) {
    double sum = 0.5;
    for (Topic topic : INTENTS) {
      sum += f.strength(topic);
    }
    return (float) (f.strength(of) / sum);
  }

  /** A report for the brand's good that asks for nothing back. */
  static boolean isCourtesyReport(Features f) {
    return f.strength(Signal.COURTESY) > 0
        && f.strength(Signal.HELP) == 0
        && f.strength(Signal.ASK) == 0
        && f.strength(Signal.QUESTION) == 0
        && f.strength(Signal.DANGER) == 0
        && LinearModel.probability(problem(f)) >= 0.5;
  }

  /** Praise for the brand, or a question to it. */
  static boolean deservesAWord(Features f) {
    boolean passedOn = f.strength(Signal.SHARE) + f.strength(Signal.GIVEAWAY) > 0;
    boolean praised = f.strength(Signal.PRAISE) + f.strength(Topic.THANKS) > 0;
    return !passedOn && (praised || f.strength(Signal.QUESTION) > 0);
  }

  private static Topic[] intents() {
    return Arrays.stream(Topic.values()).filter(Topic::isIntent).toArray(Topic[]::new);
  }
}
