package dev.switchboard.server.cli;

import dev.switchboard.engine.triage.classify.Evaluation;
import dev.switchboard.engine.triage.classify.Labelled;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code switchboard evaluate}: a table for people on stderr, one JSON line on stdout. */
@Command(name = "evaluate", description = "Measure a model on labelled texts")
final class EvaluateCommand implements Callable<Integer> {
  /** All probabilities are held until the end. */
  private static final int MAX_PROBABILITIES = 20_000_000;

  @Spec @Nullable CommandSpec spec;
  @Mixin TableOptions table = new TableOptions();
  @Mixin ModelOptions asked = new ModelOptions();

  @Option(
      names = "--label",
      paramLabel = "COL",
      description = "Column of labels (default: as the model was trained)")
  @Nullable String label;

  @Override
  public Integer call() throws IOException {
    PrintWriter words = Objects.requireNonNull(spec).commandLine().getErr();
    ModelFile known = asked.read();
    List<String> labels = known.classifier().labels();
    LabelledTexts texts = new LabelledTexts(MAX_PROBABILITIES / labels.size());
    List<String> columns =
        LabelledTexts.columns(asked.textOf(known), label == null ? known.label() : label);
    new TableReading(table, words).read(columns, texts);
    List<Labelled> rows = texts.rows(words);
    Evaluation result = Evaluation.of(known.classifier(), rows);
    TreeSet<String> unknown = new TreeSet<>(rows.stream().map(Labelled::label).toList());
    labels.forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      words.printf(
          "%d %s the model does not know, all missed: %s%n",
          unknown.size(),
          unknown.size() == 1 ? "label that" : "labels that",
          LabelledTexts.shown(String.join(", ", unknown)));
    }
    EvaluationTable.print(result, words);
    System.out.print(ModelJson.line(known, result));
    return 0;
  }
}
