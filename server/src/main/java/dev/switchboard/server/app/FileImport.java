package dev.switchboard.server.app;

import dev.switchboard.channels.SourceFormat;
import dev.switchboard.channels.UnreadableSource;
import dev.switchboard.server.console.ImportPages;
import dev.switchboard.server.imports.HistoryImport;
import dev.switchboard.server.imports.ImportSummary;
import dev.switchboard.server.intake.Intake;
import dev.switchboard.server.intake.IntakeRefusal;
import dev.switchboard.store.ImportProgress;
import dev.switchboard.store.triage.HistoryLabels;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Jdbi;

/** Reads in a file that a person sent through the console, as the command line does. */
final class FileImport implements ImportPages.Importing {
  private final HistoryImport history;
  private final HistoryLabels labels;
  private final InstantSource clock;

  FileImport(Intake intake, Jdbi jdbi, InstantSource clock) {
    this.history = new HistoryImport(intake, new ImportProgress(jdbi), clock);
    this.labels = new HistoryLabels(jdbi);
    this.clock = clock;
  }

  @Override
  public ImportSummary run(Path file, BiConsumer<Long, String> rejected)
      throws IOException, InterruptedException {
    try {
      ImportSummary summary =
          history.run(file, SourceFormat.detect(file), false, new Telling(rejected));
      labels.label(clock.instant());
      return summary;
    } catch (UnreadableSource | IntakeRefusal | HistoryImport.StrictException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private record Telling(BiConsumer<Long, String> bad) implements HistoryImport.Listener {
    @Override
    public void resumed(long line) {}

    @Override
    public void rejected(long line, String reason) {
      bad.accept(line, reason);
    }

    @Override
    public void stored(long bytes) {}
  }
}
