package dev.switchboard.server.cli;

import dev.switchboard.engine.triage.Target;
import dev.switchboard.engine.triage.classify.ClassifierOptions;
import dev.switchboard.engine.triage.classify.Labelled;
import dev.switchboard.engine.triage.classify.TextClassifier;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code switchboard train}: a model from labelled texts; ends with its description on stdout. */
@Command(name = "train", description = "Learn a model from labelled texts")
final class TrainCommand implements Callable<Integer> {
  private static final int MAX_LABELS_SHOWN = 12;

  @Spec @Nullable CommandSpec spec;
  @Mixin TableOptions table = new TableOptions();

  @Option(
      names = "--target",
      required = true,
      paramLabel = "TARGET",
      description = "What the labels say: needsHelp, problem, intent or sentiment")
  String target = "";

  @Option(names = "--text", required = true, paramLabel = "COL", description = "Column of texts")
  String text = "";

  @Option(names = "--label", required = true, paramLabel = "COL", description = "Column of labels")
  String label = "";

  @Option(
      names = "--yes",
      paramLabel = "LABEL",
      description = "A label that means yes, for needsHelp and problem (default: by their names)")
  List<String> yes = List.of();

  @Option(names = "--seed", paramLabel = "N", description = "Seed of chance (default: 7)")
  long seed = 7;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "MODEL",
      description = "The file to write")
  @Nullable Path output;

  @Override
  public Integer call() throws IOException {
    PrintWriter words = Objects.requireNonNull(spec).commandLine().getErr();
    Target chosen = Target.ofWord(target);
    if (!yes.isEmpty() && !chosen.isYesOrNo()) {
      throw new IllegalArgumentException("--yes is for needsHelp and problem, not for " + target);
    }
    LabelledTexts texts = new LabelledTexts(TextClassifier.MAX_TEXTS);
    new TableReading(table, words).read(LabelledTexts.columns(text, label), texts);
    List<Labelled> rows = texts.rows(words);
    tell(rows, words);
    List<String> meaningYes = yes(chosen, rows, words);
    TextClassifier classifier = learn(rows);
    ModelFile model = new ModelFile(chosen, meaningYes, text, label, rows.size(), seed, classifier);
    long bytes = model.write(Objects.requireNonNull(output));
    words.printf("Wrote %s, %,d bytes.%n", output, bytes);
    System.out.print(ModelJson.line(model, bytes));
    return 0;
  }

  private TextClassifier learn(List<Labelled> rows) {
    try (Progress progress = Progress.ofSteps("learning")) {
      return TextClassifier.train(rows, ClassifierOptions.DEFAULT, seed, progress::to);
    } catch (IllegalArgumentException e) {
      throw new CannotGoOn(e.getMessage());
    }
  }

  private List<String> yes(Target chosen, List<Labelled> rows, PrintWriter words) {
    if (!chosen.isYesOrNo()) {
      return List.of();
    }
    List<String> labels = rows.stream().map(Labelled::label).distinct().sorted().toList();
    List<String> meaningYes = YesLabels.of(labels, yes);
    words.println(
        meaningYes.isEmpty()
            ? "Which labels mean yes can't be told from their names: predict and evaluate don't"
                + " need to know, triage does. Name them with --yes LABEL."
            : "Yes is %s.".formatted(String.join(", ", meaningYes)));
    return meaningYes;
  }

  private static void tell(List<Labelled> rows, PrintWriter words) {
    Map<String, Long> counts =
        rows.stream()
            .collect(Collectors.groupingBy(Labelled::label, TreeMap::new, Collectors.counting()));
    String shown =
        counts.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .limit(MAX_LABELS_SHOWN)
            .map(e -> "%s %,d".formatted(LabelledTexts.shown(e.getKey()), e.getValue()))
            .collect(Collectors.joining(", "));
    words.printf(
        "%,d rows, %d %s: %s%s%n",
        rows.size(),
        counts.size(),
        counts.size() == 1 ? "label" : "labels",
        shown,
        counts.size() > MAX_LABELS_SHOWN ? ", \u2026" : "");
  }
}
