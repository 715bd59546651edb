package dev.switchboard.server.cli;

import dev.switchboard.engine.triage.classify.CalibrationError;
import dev.switchboard.engine.triage.classify.Evaluation;
import java.io.PrintWriter;
import java.util.Locale;

/** An evaluation as a person reads it. */
final class EvaluationTable {
  private EvaluationTable() {}

  static void print(Evaluation result, PrintWriter words) {
    words.printf(Locale.ROOT, "rows               %,d%n", result.rows());
    words.printf(Locale.ROOT, "accuracy           %.4f%n", result.accuracy());
    words.printf(Locale.ROOT, "macro-F1           %.4f%n", result.macroF1());
    Double auc = result.auc();
    words.printf(
        "AUC                %s%n",
        auc == null ? "none: only one label is there" : String.format(Locale.ROOT, "%.4f", auc));
    words.printf(
        Locale.ROOT,
        "calibration error  %.4f (%d bins of equal count)%n%n",
        result.calibrationError(),
        CalibrationError.BINS);
    int width =
        result.classes().stream()
            .mapToInt(row -> LabelledTexts.shown(row.label()).length())
            .reduce("label".length(), Math::max);
    String line = "%-" + width + "s  %8s  %9s  %9s  %6s  %6s%n";
    words.printf(line, "label", "rows", "predicted", "precision", "recall", "F1");
    for (Evaluation.ClassResult row : result.classes()) {
      words.printf(
          line,
          LabelledTexts.shown(row.label()),
          row.rows(),
          row.predicted(),
          share(row.precision()),
          share(row.recall()),
          share(row.f1()));
    }
  }

  private static String share(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
