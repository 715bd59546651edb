package dev.switchboard.engine.triage.evaluate;

import dev.switchboard.engine.triage.Posts;
import dev.switchboard.engine.triage.classify.CalibrationError;
import dev.switchboard.engine.triage.classify.ClassifierOptions;
import dev.switchboard.engine.triage.classify.TextClassifier;
import dev.switchboard.engine.triage.learn.LearnerOptions;
import dev.switchboard.engine.triage.learn.TriageLearner;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/** Whether probabilities mean what they say, after learning. */
final class Calibrating {
  private static final int FOLDS = 5;
  private static final int DRAWS = 100;
  private static final int BATCH_POSTS = 25;

  private Calibrating() {}

  /** A probability, and whether it happened. */
  record Said(double probability, boolean happened) {}

  /** Each text by a classifier that learned from four fifths of the others. */
  static List<Said> classifier(List<Row> rows, String help) {
    List<Said> said = new ArrayList<>();
    List<Row> shuffled = Shuffle.of(rows, 1);
    for (int fold = 0; fold < FOLDS; fold++) {
      List<Row> train = new ArrayList<>();
      List<Row> test = new ArrayList<>();
      for (int i = 0; i < shuffled.size(); i++) {
        Row row = shuffled.get(i);
        Row binary = new Row(row.text(), row.label().equals(help) ? "help" : "chat", row.domain());
        (i % FOLDS == fold ? test : train).add(binary);
      }
      TextClassifier classifier =
          TextClassifier.train(
              train.stream().map(Row::labelled).toList(),
              ClassifierOptions.DEFAULT,
              Classifying.SEED);
      for (Row row : test) {
        said.add(
            new Said(
                classifier.predict(row.text()).probabilityOf("help"), row.label().equals("help")));
      }
    }
    return said;
  }

  /** Each brand's posts in order: said before the agent acts, after so many actions. */
  static List<Said> learner(List<Row> rows, String help, LearnerOptions options, int warmUp) {
    List<Said> said = new ArrayList<>();
    for (String brand : new TreeSet<>(rows.stream().map(Row::domain).toList())) {
      List<Row> own = EvaluationData.only(rows, row -> row.domain().equals(brand));
      TriageLearner learner = new TriageLearner(options);
      for (int from = 0; from < own.size(); from += BATCH_POSTS) {
        List<Row> batch = own.subList(from, Math.min(own.size(), from + BATCH_POSTS));
        if (from >= warmUp) {
          for (Row row : batch) {
            said.add(
                new Said(
                    learner.triage().decide(Posts.mention(row.text())).probability(),
                    row.label().equals(help)));
          }
        }
        learner.onAll(batch.stream().map(row -> Learning.action(row, help)).toList());
      }
    }
    return said;
  }

  static void print(String name, List<Said> said, PrintStream out) {
    double[] probabilities = said.stream().mapToDouble(Said::probability).toArray();
    boolean[] happened = new boolean[said.size()];
    for (int i = 0; i < happened.length; i++) {
      happened[i] = said.get(i).happened();
    }
    double error = CalibrationError.of(probabilities, happened);
    double perfect = CalibrationError.ofPerfect(probabilities, DRAWS, new Random(5));
    out.printf(
        "%-52s %,d rows, error %.4f, perfect model %.4f, above it %.4f%n",
        name, said.size(), error, perfect, error - perfect);
  }
}
