package dev.switchboard.engine.triage.evaluate;

import dev.switchboard.engine.triage.promise.Promise;
import dev.switchboard.engine.triage.promise.SetAsideRule;
import java.io.PrintStream;
import java.util.List;

/** Whether the promise holds, over random splits of posts that needed help. */
final class Promising {
  private static final int SPLITS = 200;
  static final int MEASURING_POSTS = 600;

  private Promising() {}

  /** A few posts set the threshold; the many others stand for the truth. */
  static void splits(List<Double> helpProbabilities, Promise promise, PrintStream out) {
    double sum = 0;
    double squares = 0;
    int violated = 0;
    double expected = 0;
    double bound = 0;
    for (int split = 0; split < SPLITS; split++) {
      List<Double> shuffled = Shuffle.of(helpProbabilities, split);
      double[] measured =
          shuffled.subList(0, MEASURING_POSTS).stream().mapToDouble(p -> p).toArray();
      SetAsideRule rule = SetAsideRule.of(promise, measured);
      List<Double> rest = shuffled.subList(MEASURING_POSTS, shuffled.size());
      double missed = (double) rest.stream().filter(rule::setsAside).count() / rest.size();
      sum += missed;
      squares += missed * missed;
      violated += missed > rule.shownBound() ? 1 : 0;
      expected = rule.expectedMissShare();
      bound += rule.shownBound();
    }
    double mean = sum / SPLITS;
    double error = Math.sqrt((squares / SPLITS - mean * mean) / (SPLITS - 1));
    out.printf(
        "alpha %4.0f %%, %-9s mean miss share %.4f, k/(n+1) %.4f (%.1f SE off), mean bound shown %.4f, violated in %.1f %% of splits%n",
        promise.alpha() * 100,
        promise.basis(),
        mean,
        expected,
        (mean - expected) / error,
        bound / SPLITS,
        100.0 * violated / SPLITS);
  }
}
