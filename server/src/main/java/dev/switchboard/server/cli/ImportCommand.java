package dev.switchboard.server.cli;

import dev.switchboard.channels.SourceFormat;
import dev.switchboard.channels.UnreadableSource;
import dev.switchboard.server.app.Settings;
import dev.switchboard.server.app.Switchboard;
import dev.switchboard.server.imports.HistoryImport;
import dev.switchboard.server.imports.ImportSummary;
import dev.switchboard.server.intake.IntakeRefusal;
import dev.switchboard.server.routing.RoutingSettings;
import dev.switchboard.store.ImportProgress;
import dev.switchboard.store.triage.HistoryLabels;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code switchboard import}: a history into the store; ends with one JSON line on stdout. */
@Command(name = "import", description = "Read a history of posts into the store")
final class ImportCommand implements Callable<Integer> {
  private static final int MAX_BAD_LINES_SHOWN = 100;

  @Spec @Nullable CommandSpec spec;
  @Mixin CommonOptions common = new CommonOptions();

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files to read")
  List<Path> files = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "ndjson, twcs or airline (default: by the file's first line)")
  @Nullable String format;

  @Option(names = "--strict", description = "Stop at the first bad line")
  boolean strict;

  @Override
  public Integer call() throws Exception {
    PrintWriter words = Objects.requireNonNull(spec).commandLine().getErr();
    for (Path file : files) {
      if (!Files.isReadable(file)) {
        throw new IllegalArgumentException("There is no file %s to read".formatted(file));
      }
    }
    // Whoever works on the cases is told of them by the server that they work on.
    Settings settings = common.settings().with(RoutingSettings.OFF);
    InstantSource clock = InstantSource.system();
    try (Switchboard switchboard =
        Switchboard.open(
            settings,
            name -> {
              throw new IllegalStateException("an import sends nothing, not to " + name);
            },
            new SimpleMeterRegistry(),
            clock)) {
      HistoryImport history =
          new HistoryImport(
              switchboard.intake(), new ImportProgress(switchboard.database().jdbi()), clock);
      ImportSummary all = ImportSummary.none();
      for (Path file : files) {
        all = all.plus(run(history, file, words));
      }
      int labels = new HistoryLabels(switchboard.database().jdbi()).label(clock.instant());
      words.printf("%d questions of the history are there for triage to learn from%n", labels);
      System.out.println(json(all));
      return 0;
    } catch (HistoryImport.StrictException | UnreadableSource | IntakeRefusal e) {
      words.println(e.getMessage());
      return SwitchboardCommand.FAILED;
    }
  }

  private ImportSummary run(HistoryImport history, Path file, PrintWriter words)
      throws IOException, InterruptedException, IntakeRefusal, HistoryImport.StrictException {
    SourceFormat chosen = format == null ? SourceFormat.detect(file) : named(format);
    if (System.console() == null || !System.console().isTerminal()) {
      return history.run(file, chosen, strict, new Telling(file, words, null));
    }
    try (ProgressBar bar =
        new ProgressBarBuilder()
            .setTaskName(String.valueOf(file.getFileName()))
            .setInitialMax(Files.size(file))
            .setUnit(" MB", 1 << 20)
            .build()) {
      return history.run(file, chosen, strict, new Telling(file, words, bar));
    }
  }

  private static SourceFormat named(String name) {
    for (SourceFormat format : SourceFormat.values()) {
      if (format.label().equals(name)) {
        return format;
      }
    }
    throw new IllegalArgumentException(
        "--format must be ndjson, twcs or airline, not \"%s\"".formatted(name));
  }

  private static String json(ImportSummary s) {
    return ("{\"read\":%d,\"accepted\":%d,\"duplicates\":%d,\"rejected\":%d,"
            + "\"conversations\":%d,\"cases\":%d}")
        .formatted(
            s.read(), s.accepted(), s.duplicates(), s.rejected(), s.conversations(), s.cases());
  }

  /** Tells a person how an import goes: a bar on a terminal, bad lines in words. */
  private static final class Telling implements HistoryImport.Listener {
    private final Path file;
    private final PrintWriter words;
    private final @Nullable ProgressBar bar;
    private long bad;

    Telling(Path file, PrintWriter words, @Nullable ProgressBar bar) {
      this.file = file;
      this.words = words;
      this.bar = bar;
    }

    @Override
    public void resumed(long line) {
      words.printf("%s: goes on at line %d, where the last import broke off%n", file, line);
    }

    @Override
    public void rejected(long line, String reason) {
      bad++;
      if (bad <= MAX_BAD_LINES_SHOWN) {
        words.printf("%s: line %d: %s%n", file, line, reason);
      } else if (bad == MAX_BAD_LINES_SHOWN + 1) {
        words.printf("%s: more bad lines follow; they are counted only%n", file);
      }
    }

    @Override
    public void stored(long bytes) {
      if (bar != null) {
        bar.stepTo(bytes);
      }
    }
  }
}
