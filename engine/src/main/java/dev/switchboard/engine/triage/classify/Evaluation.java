package dev.switchboard.engine.triage.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How good predictions were.
 *
 * @param rows how many there were, 1 or more
 * @param accuracy share of right labels
 * @param macroF1 mean F1 over the classes that were seen or predicted
 * @param auc area under the ROC curve, the mean of one class against the rest; null if only one
 *     class was seen
 * @param calibrationError expected calibration error in {@link CalibrationError#BINS} bins of equal
 *     count: of the second class where there are two, of the predicted label otherwise
 * @param classes by label
 */
public record Evaluation(
    int rows,
    double accuracy,
    double macroF1,
    @Nullable Double auc,
    double calibrationError,
    List<ClassResult> classes) {
  /**
   * A class in the table.
   *
   * @param rows how many texts are of it
   * @param predicted how many were said to be
   * @param f1 harmonic mean of precision and recall, 0 where both are
   */
  public record ClassResult(
      String label, int rows, int predicted, double precision, double recall, double f1) {}

  /** A text's own label beside what was said of it. */
  public record Outcome(String label, Prediction prediction) {}

  public Evaluation {
    classes = List.copyOf(classes);
  }

  /** Lets a classifier predict each text. */
  public static Evaluation of(TextClassifier classifier, Iterable<Labelled> texts) {
    List<Outcome> outcomes = new ArrayList<>();
    for (Labelled text : texts) {
      outcomes.add(new Outcome(text.label(), classifier.predict(text.text())));
    }
    return of(outcomes);
  }

  /**
   * Sums up what was predicted.
   *
   * @throws IllegalArgumentException if there is nothing to sum up
   */
  public static Evaluation of(List<Outcome> outcomes) {
    if (outcomes.isEmpty()) {
      throw new IllegalArgumentException("no rows to evaluate on");
    }
    TreeSet<String> labels = new TreeSet<>();
    int right = 0;
    for (Outcome outcome : outcomes) {
      labels.add(outcome.label());
      labels.add(outcome.prediction().label());
      right += outcome.label().equals(outcome.prediction().label()) ? 1 : 0;
    }
    List<ClassResult> classes = labels.stream().map(label -> result(label, outcomes)).toList();
    double f1 = classes.stream().mapToDouble(ClassResult::f1).average().orElse(0);
    return new Evaluation(
        outcomes.size(),
        (double) right / outcomes.size(),
        f1,
        auc(labels, outcomes),
        calibrationError(outcomes),
        classes);
  }

  private static ClassResult result(String label, List<Outcome> outcomes) {
    int rows = 0;
    int predicted = 0;
    int both = 0;
    for (Outcome outcome : outcomes) {
      boolean is = outcome.label().equals(label);
      boolean said = outcome.prediction().label().equals(label);
      rows += is ? 1 : 0;
      predicted += said ? 1 : 0;
      both += is && said ? 1 : 0;
    }
    return new ClassResult(
        label,
        rows,
        predicted,
        predicted == 0 ? 0 : (double) both / predicted,
        rows == 0 ? 0 : (double) both / rows,
        both == 0 ? 0 : 2.0 * both / (rows + predicted));
  }

  private static @Nullable Double auc(TreeSet<String> labels, List<Outcome> outcomes) {
    double sum = 0;
    int counted = 0;
    for (String label : labels) {
      double[] scores = new double[outcomes.size()];
      boolean[] positive = new boolean[outcomes.size()];
      for (int i = 0; i < scores.length; i++) {
        scores[i] = outcomes.get(i).prediction().probabilityOf(label);
        positive[i] = outcomes.get(i).label().equals(label);
      }
      double area = RocArea.of(scores, positive);
      if (!Double.isNaN(area)) {
        sum += area;
        counted++;
      }
    }
    return counted == 0 ? null : sum / counted;
  }

  private static double calibrationError(List<Outcome> outcomes) {
    double[] probabilities = new double[outcomes.size()];
    boolean[] happened = new boolean[outcomes.size()];
    for (int i = 0; i < probabilities.length; i++) {
      Prediction said = outcomes.get(i).prediction();
      String label = said.labels().size() == 2 ? said.labels().get(1) : said.label();
      probabilities[i] = said.probabilityOf(label);
      happened[i] = outcomes.get(i).label().equals(label);
    }
    return CalibrationError.of(probabilities, happened);
  }
}
