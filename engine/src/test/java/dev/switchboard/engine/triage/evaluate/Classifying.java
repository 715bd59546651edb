package dev.switchboard.engine.triage.evaluate;

import dev.switchboard.engine.triage.classify.ClassifierOptions;
import dev.switchboard.engine.triage.classify.Evaluation;
import dev.switchboard.engine.triage.classify.Evaluation.Outcome;
import dev.switchboard.engine.triage.classify.Labelled;
import dev.switchboard.engine.triage.classify.TextClassifier;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The general classifier, one configuration for all tasks, on groups that it never saw. */
final class Classifying {
  static final long SEED = 7;
  private static final ClassifierOptions OPTIONS = ClassifierOptions.DEFAULT.uncalibrated();

  private Classifying() {}

  /** Each domain tested by a classifier trained on all others. */
  static void leaveOneOut(String name, List<Row> rows, double reference, PrintStream out) {
    double sum = 0;
    List<Outcome> pooled = new ArrayList<>();
    StringBuilder each = new StringBuilder();
    var domains = new TreeSet<>(rows.stream().map(Row::domain).toList());
    for (String domain : domains) {
      TextClassifier classifier =
          train(EvaluationData.only(rows, row -> !row.domain().equals(domain)));
      List<Outcome> outcomes =
          EvaluationData.only(rows, row -> row.domain().equals(domain)).stream()
              .map(row -> new Outcome(row.label(), classifier.predict(row.text())))
              .toList();
      double f1 = Evaluation.of(outcomes).macroF1();
      sum += f1;
      pooled.addAll(outcomes);
      each.append(" %s %.3f".formatted(domain, f1));
    }
    out.printf(
        "%-45s macro-F1 mean %.3f, pooled %.3f (reference %.3f):%s%n",
        name, sum / domains.size(), Evaluation.of(pooled).macroF1(), reference, each);
  }

  static void split(String name, List<Row> train, List<Row> test, double ref, PrintStream out) {
    TextClassifier classifier = train(train);
    Evaluation result = Evaluation.of(classifier, test.stream().map(Row::labelled).toList());
    out.printf(
        "%-45s accuracy %.4f, macro-F1 %.4f (reference %.3f), %,d bytes%n",
        name, result.accuracy(), result.macroF1(), ref, classifier.toBytes().length);
  }

  private static TextClassifier train(List<Row> rows) {
    List<Labelled> texts = rows.stream().map(Row::labelled).toList();
    return TextClassifier.train(texts, OPTIONS, SEED);
  }
}
