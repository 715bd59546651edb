package dev.switchboard.server.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.switchboard.channels.SourceFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other histories than twcs, and imports that break off. */
class HistoryImportTest {
  private static final int LINES = 12_000;
  private static final int BATCH_LINES = 5_000;

  @Test
  void theAirlineExportIsStoredRowByRow(@TempDir Path folder) throws Exception {
    Path file = SharedData.file("airline/airline.csv");
    Set<String> ids = new HashSet<>();
    int rows = 0;
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : reader) {
        ids.add(row.getField("airline") + row.getField("tweet_id"));
        rows++;
      }
    }
    try (Store store = new Store(folder)) {
      Store.Heard heard = new Store.Heard();
      ImportSummary summary = store.run(file, SourceFormat.AIRLINE, heard);
      assertThat(heard.rejected).isEmpty();
      assertThat(summary.read()).isEqualTo(rows);
      assertThat(summary.accepted()).isEqualTo(ids.size());
      assertThat(summary.duplicates()).isEqualTo(rows - ids.size());
      assertThat(store.count("posts")).isEqualTo(ids.size());
      assertThat(store.count("cases WHERE state <> 'closed'")).isZero();
      assertThat(store.run(file, SourceFormat.AIRLINE, heard).accepted()).isZero();
    }
  }

  @Test
  void anImportThatBreaksOffGoesOnWhereItWas(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("posts.ndjson");
    Files.write(file, lines());
    try (Store store = new Store(folder.resolve("data"))) {
      assertThatThrownBy(() -> store.run(file, SourceFormat.NDJSON, new BreaksOff()))
          .isInstanceOf(Power.class);
      assertThat(store.count("posts")).isEqualTo(2L * BATCH_LINES);

      Store.Heard heard = new Store.Heard();
      ImportSummary rest = store.run(file, SourceFormat.NDJSON, heard);
      assertThat(heard.resumed).containsExactly(BATCH_LINES + 1L);
      assertThat(rest.read()).isEqualTo(LINES - BATCH_LINES);
      assertThat(rest.duplicates()).as("stored, but not remembered as read").isEqualTo(BATCH_LINES);
      assertThat(rest.accepted()).isEqualTo(LINES - 2L * BATCH_LINES);
      assertThat(store.count("posts")).isEqualTo(LINES);

      Store.Heard again = new Store.Heard();
      assertThat(store.run(file, SourceFormat.NDJSON, again).duplicates()).isEqualTo(LINES);
      assertThat(again.resumed).as("it was finished").isEmpty();
    }
  }

  /** The lights go out. */
  private static final class Power extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** Breaks an import off when its second batch is stored and not yet remembered. */
  private static final class BreaksOff extends Store.Heard {
    @Override
    public void stored(long bytes) {
      super.stored(bytes);
      if (stored.size() == 2) {
        throw new Power();
      }
    }
  }

  @Test
  void whatIsRecentIsWorkAndWhatIsOldIsHistory(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("posts.ndjson");
    String old = "2015-06-01T10:00:00Z";
    String recent = Instant.now().minusSeconds(3_600).toString();
    Files.writeString(file, line("old", old) + "\n" + line("recent", recent) + "\n");
    try (Store store = new Store(folder.resolve("data"))) {
      assertThat(store.run(file, SourceFormat.NDJSON, new Store.Heard()).cases()).isEqualTo(2);
      assertThat(store.count("cases WHERE state = 'waiting'")).isEqualTo(1);
      assertThat(store.count("cases WHERE close_reason = 'history'")).isEqualTo(1);
    }
  }

  private static Iterable<String> lines() {
    return () ->
        IntStream.range(0, LINES).mapToObj(i -> line("p" + i, "2015-06-01T10:00:00Z")).iterator();
  }

  private static String line(String id, String createdAt) {
    return ("{\"id\":\"%s\",\"channel\":\"x:@acme\",\"author\":\"a-%s\",\"createdAt\":\"%s\","
            + "\"text\":\"my order never came, please help me\"}")
        .formatted(id, id, createdAt);
  }
}
