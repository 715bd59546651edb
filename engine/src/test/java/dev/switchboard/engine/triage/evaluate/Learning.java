package dev.switchboard.engine.triage.evaluate;

import dev.switchboard.engine.post.PostKind;
import dev.switchboard.engine.triage.Posts;
import dev.switchboard.engine.triage.Triage;
import dev.switchboard.engine.triage.classify.ClassifierOptions;
import dev.switchboard.engine.triage.classify.RocArea;
import dev.switchboard.engine.triage.classify.TextClassifier;
import dev.switchboard.engine.triage.learn.AgentAction;
import dev.switchboard.engine.triage.learn.LearnerOptions;
import dev.switchboard.engine.triage.learn.TriageLearner;
import java.io.PrintStream;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How much of the gap 300 actions close, in AUC on the half of a brand's posts that nobody acted
 * on: between the default model and the better of the two models that learned from all of the other
 * half (the learner itself, and the general classifier).
 */
final class Learning {
  private static final int ACTIONS = 300;
  private static final int SPLITS = 5;

  private Learning() {}

  static void brand(
      String name, List<Row> rows, String helpLabel, LearnerOptions options, PrintStream out) {
    double[] sums = new double[4];
    for (int split = 0; split < SPLITS; split++) {
      List<Row> shuffled = Shuffle.of(rows, split);
      List<Row> pool = shuffled.subList(0, rows.size() / 2);
      List<Row> test = shuffled.subList(rows.size() / 2, rows.size());
      TriageLearner learner = new TriageLearner(options);
      sums[0] += auc(learner.triage(), test, helpLabel);
      List<AgentAction> actions = pool.stream().map(row -> action(row, helpLabel)).toList();
      learner.onAll(actions.subList(0, Math.min(ACTIONS, pool.size())));
      sums[1] += auc(learner.triage(), test, helpLabel);
      learner.onAll(actions.subList(Math.min(ACTIONS, pool.size()), pool.size()));
      sums[2] += auc(learner.triage(), test, helpLabel);
      TextClassifier all =
          TextClassifier.train(
              pool.stream().map(Row::labelled).toList(),
              ClassifierOptions.DEFAULT.uncalibrated(),
              Classifying.SEED);
      sums[3] += auc(test, helpLabel, row -> all.predict(row.text()).probabilityOf(helpLabel));
    }
    double full = Math.max(sums[2], sums[3]);
    out.printf(
        "%-30s default %.3f, after %d actions %.3f, all: learner %.3f, classifier %.3f; gap closed %.0f %%%n",
        name,
        sums[0] / SPLITS,
        ACTIONS,
        sums[1] / SPLITS,
        sums[2] / SPLITS,
        sums[3] / SPLITS,
        100 * (sums[1] - sums[0]) / (full - sums[0]));
  }

  static AgentAction action(Row row, String helpLabel) {
    long post = row.text().hashCode();
    return row.label().equals(helpLabel)
        ? new AgentAction.Replied(post, PostKind.MENTION, row.text())
        : new AgentAction.SetAside(post, PostKind.MENTION, row.text());
  }

  private static double auc(Triage triage, List<Row> test, String help) {
    return auc(test, help, row -> triage.decide(Posts.mention(row.text())).probability());
  }

  private static double auc(List<Row> test, String help, ToDoubleFunction<Row> scorer) {
    boolean[] positive = new boolean[test.size()];
    for (int i = 0; i < positive.length; i++) {
      positive[i] = test.get(i).label().equals(help);
    }
    return RocArea.of(test.stream().mapToDouble(scorer).toArray(), positive);
  }
}
