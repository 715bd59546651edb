package dev.switchboard.engine.triage.evaluate;

import dev.switchboard.engine.triage.DefaultTriage;
import dev.switchboard.engine.triage.Posts;
import dev.switchboard.engine.triage.classify.Evaluation;
import dev.switchboard.engine.triage.classify.Prediction;
import dev.switchboard.engine.triage.learn.LearnerOptions;
import dev.switchboard.engine.triage.promise.Promise;
import dev.switchboard.engine.triage.tool.EvaluateDefaultModel;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Prints the tables of docs/evaluation.md: {@code EvaluateTriage DATA_FOLDER [PART...]}. */
public final class EvaluateTriage {
  private static final List<String> PARTS =
      List.of("classify", "calibration", "promise", "learning", "default");

  private static final String NEGATIVE = "negative";

  private EvaluateTriage() {}

  public static void main(String[] args) throws IOException {
    if (args.length < 1) {
      System.err.println("usage: EvaluateTriage DATA_FOLDER [" + String.join("|", PARTS) + "]...");
      System.exit(2);
    }
    EvaluationData data = new EvaluationData(Path.of(args[0]));
    List<String> parts = args.length == 1 ? PARTS : List.of(args).subList(1, args.length);
    for (String part : parts) {
      System.out.println("== " + part);
      print(part, data, System.out);
    }
  }

  private static void print(String part, EvaluationData data, PrintStream out) throws IOException {
    switch (part) {
      case "classify" -> classify(data, out);
      case "calibration" -> calibration(data, out);
      case "promise" -> promise(data, out);
      case "learning" -> learning(data, out);
      case "default" -> defaults(data, out);
      default -> throw new IllegalArgumentException("no part " + part + "; there are " + PARTS);
    }
  }

  private static void classify(EvaluationData data, PrintStream out) throws IOException {
    Classifying.leaveOneOut("complaints, leave one domain out", data.complaints(), 0.696, out);
    Classifying.leaveOneOut(
        "airline sentiment, one airline out", data.airlineSentiment(), 0.664, out);
    Classifying.leaveOneOut(
        "airline negativereason, one airline out", data.airlineReasons(), 0.370, out);
    Classifying.split(
        "BANKING77, test part", data.banking("train", "dev"), data.banking("test"), 0.912, out);
  }

  private static void calibration(EvaluationData data, PrintStream out) throws IOException {
    List<Row> airline = data.airlineSentiment();
    Calibrating.print(
        "classifier, 5-fold, airline negative", Calibrating.classifier(airline, NEGATIVE), out);
    Calibrating.print(
        "learner, said before each action, airline negative",
        Calibrating.learner(airline, NEGATIVE, LearnerOptions.DEFAULT, 0),
        out);
  }

  private static void promise(EvaluationData data, PrintStream out) throws IOException {
    List<Double> help =
        Calibrating.classifier(data.airlineSentiment(), NEGATIVE).stream()
            .filter(Calibrating.Said::happened)
            .map(Calibrating.Said::probability)
            .toList();
    out.printf(
        "%,d posts that needed help, %d set the threshold%n",
        help.size(), Promising.MEASURING_POSTS);
    for (Promise.Basis basis : Promise.Basis.values()) {
      for (double alpha : new double[] {0.01, 0.05, 0.1}) {
        Promising.splits(help, new Promise(alpha, 0.95, basis), out);
      }
    }
  }

  private static void learning(EvaluationData data, PrintStream out) throws IOException {
    List<Row> airline = data.airlineSentiment();
    for (String brand : new TreeSet<>(airline.stream().map(Row::domain).toList())) {
      List<Row> own = EvaluationData.only(airline, row -> row.domain().equals(brand));
      Learning.brand(brand, own, NEGATIVE, LearnerOptions.DEFAULT, out);
    }
    List<Row> complaints = data.complaints();
    for (String brand : new TreeSet<>(complaints.stream().map(Row::domain).toList())) {
      List<Row> own = EvaluationData.only(complaints, row -> row.domain().equals(brand));
      Learning.brand("complaints, " + brand, own, "1", LearnerOptions.DEFAULT, out);
    }
  }

  private static void defaults(EvaluationData data, PrintStream out) throws IOException {
    EvaluateDefaultModel.main(new String[] {data.folder().toString()});
    DefaultTriage triage = DefaultTriage.load();
    List<Evaluation.Outcome> sentiments =
        data.airlineSentiment().stream()
            .map(
                row ->
                    new Evaluation.Outcome(
                        row.label(), said(triage.decide(Posts.mention(row.text())).sentiment())))
            .toList();
    Evaluation result = Evaluation.of(sentiments);
    out.printf(
        "airline sentiment by cues alone, nothing learned: macro-F1 %.3f, accuracy %.3f%n",
        result.macroF1(), result.accuracy());
  }

  private static Prediction said(@Nullable String sentiment) {
    String label = sentiment == null ? "neutral" : sentiment;
    return new Prediction(label, 1, List.of(label), List.of(1f));
  }
}
