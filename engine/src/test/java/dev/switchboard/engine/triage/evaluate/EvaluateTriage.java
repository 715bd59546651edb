package dev.switchboard.engine.triage.evaluate;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** Prints the tables of docs/evaluation.md: {@code EvaluateTriage DATA_FOLDER [PART...]}. */
public final class EvaluateTriage {
  private static final List<String> PARTS =
      List.of("classify", "calibration", "promise", "learning", "default");

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
}
