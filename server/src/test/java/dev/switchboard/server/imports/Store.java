package dev.switchboard.server.imports;

import dev.switchboard.channels.SourceFormat;
import dev.switchboard.engine.casework.CasePolicy;
import dev.switchboard.server.app.Settings;
import dev.switchboard.server.app.Switchboard;
import dev.switchboard.server.routing.RoutingSettings;
import dev.switchboard.store.ImportProgress;
import dev.switchboard.store.testing.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** A store of its own to import into, and questions about what it then holds. */
final class Store implements AutoCloseable {
  private final Switchboard switchboard;

  Store(Path folder) throws InterruptedException {
    switchboard =
        Switchboard.open(
            new Settings(folder, TestDatabase.urlOf(folder), 0, null, CasePolicy.DEFAULT)
                .with(RoutingSettings.OFF),
            name -> {
              throw new IllegalStateException("an import sends nothing, not to " + name);
            },
            new SimpleMeterRegistry(),
            InstantSource.system());
  }

  /** Hears of bad lines and resumptions. */
  static class Heard implements HistoryImport.Listener {
    final List<Long> rejected = new ArrayList<>();
    final List<Long> resumed = new ArrayList<>();
    final List<Long> stored = new ArrayList<>();

    @Override
    public void resumed(long line) {
      resumed.add(line);
    }

    @Override
    public void rejected(long line, String reason) {
      rejected.add(line);
    }

    @Override
    public void stored(long bytes) {
      stored.add(bytes);
    }
  }

  ImportSummary run(Path file, SourceFormat format, HistoryImport.Listener listener)
      throws Exception {
    return new HistoryImport(
            switchboard.intake(), new ImportProgress(jdbi()), InstantSource.system())
        .run(file, format, false, listener);
  }

  Jdbi jdbi() {
    return switchboard.database().jdbi();
  }

  long count(String from) {
    return jdbi()
        .withHandle(h -> h.createQuery("SELECT count(*) FROM " + from).mapTo(long.class).one());
  }

  @Override
  public void close() {
    switchboard.close();
  }
}
