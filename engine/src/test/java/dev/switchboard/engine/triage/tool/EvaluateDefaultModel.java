package dev.switchboard.engine.triage.tool;

import dev.switchboard.engine.triage.ShippedModel;
import dev.switchboard.engine.triage.model.LinearModel;
import dev.switchboard.engine.triage.model.LinearModelBytes;
import dev.switchboard.engine.triage.text.FeatureExtractor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How well the default model ranks who needs help on brands it never saw, mentions and URLs
 * removed: {@code EvaluateDefaultModel DATA_FOLDER [MODEL_FILE]}. Nothing is learned from these.
 */
public final class EvaluateDefaultModel {
  private EvaluateDefaultModel() {}

  public static void main(String[] args) throws IOException {
    if (args.length < 1 || args.length > 2) {
      System.err.println("usage: EvaluateDefaultModel DATA_FOLDER [MODEL_FILE]");
      System.exit(2);
    }
    Path data = Path.of(args[0]);
    LinearModel model =
        args.length == 2
            ? LinearModelBytes.read(Files.readAllBytes(Path.of(args[1])))
            : ShippedModel.model();
    print("complaints, all rows", complaints(data), model);
    print("twcs opening posts against random tweets", openings(data), model);
    print("airline, negative against positive", airline(data), model);
  }

  private static void print(String name, List<Sample> samples, LinearModel model) {
    List<Auc.Scored> scored = scored(samples, model);
    System.out.printf("%-45s AUC %.3f", name, Auc.of(scored));
    for (double p : new double[] {0.05, 0.1, 0.2, 0.3, 0.5}) {
      double at = Math.log(p / (1 - p));
      System.out.printf(
          "  p<%.2f: %.3f of help, %.3f of the rest",
          p, below(scored, 1, at), below(scored, 0, at));
    }
    System.out.println();
  }

  static List<Auc.Scored> scored(List<Sample> samples, LinearModel model) {
    FeatureExtractor extractor = new FeatureExtractor(ShippedModel.lexicon(), model.bits());
    return samples.stream()
        .map(s -> new Auc.Scored(model.logOdds(extractor.read(s.text())), s.label()))
        .toList();
  }

  private static double below(List<Auc.Scored> scored, int label, double at) {
    return scored.stream()
        .filter(s -> s.label() == label)
        .mapToInt(s -> s.score() < at ? 1 : 0)
        .average()
        .orElse(Double.NaN);
  }

  /** Labelled 1 where somebody complains. */
  static List<Sample> complaints(Path data) throws IOException {
    Table table = Table.read(data.resolve("complaints/complaints.csv"));
    int text = table.column("text");
    int domain = table.column("domain");
    int label = table.column("complaint");
    return table.rows().stream()
        .map(row -> Sample.of(row.get(text), Integer.parseInt(row.get(label)), row.get(domain)))
        .toList();
  }

  /** What opened conversations with a company, labelled 1, and random tweets, labelled 0. */
  static List<Sample> openings(Path data) throws IOException {
    List<Sample> samples = new ArrayList<>(complaints(data));
    samples.removeIf(sample -> !sample.domain().equals("random_tweet"));
    Table table = Table.read(data.resolve("twcs/twcs.csv"));
    int text = table.column("text");
    int inbound = table.column("inbound");
    int parent = table.column("in_response_to_tweet_id");
    table.rows().stream()
        .filter(row -> row.get(inbound).equals("True") && row.get(parent).isEmpty())
        .map(row -> Sample.of(row.get(text), 1, "twcs"))
        .forEach(samples::add);
    return samples;
  }

  private static List<Sample> airline(Path data) throws IOException {
    Table table = Table.read(data.resolve("airline/airline.csv"));
    int text = table.column("text");
    int sentiment = table.column("airline_sentiment");
    return table.rows().stream()
        .filter(row -> !row.get(sentiment).equals("neutral"))
        .map(row -> Sample.of(row.get(text), row.get(sentiment).equals("negative") ? 1 : 0, "air"))
        .toList();
  }
}
