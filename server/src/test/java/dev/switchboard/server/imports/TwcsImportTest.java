package dev.switchboard.server.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.switchboard.channels.SourceFormat;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real sample of customer conversations, against a second reading of it by other means. */
class TwcsImportTest {
  private static final double A_MILLISECOND = .001;

  @Test
  void theSampleIsStoredAsTheFileSays(@TempDir Path folder) throws Exception {
    Path file = SharedData.file("twcs/twcs.csv");
    TwcsFile expected = TwcsFile.read(file);
    try (Store store = new Store(folder)) {
      Store.Heard heard = new Store.Heard();
      ImportSummary first = store.run(file, SourceFormat.TWCS, heard);
      assertThat(heard.rejected).isEmpty();
      assertThat(first.read()).isEqualTo(expected.tweets().size());
      assertThat(first.accepted()).isEqualTo(expected.tweets().size());
      assertThat(first.conversations()).isEqualTo(expected.conversations().size());
      assertThat(first.cases()).isEqualTo(store.count("cases")).isPositive();

      assertThat(conversations(store)).isEqualTo(expected.conversations());
      everythingIsHistory(store);
      timesToFirstReplyAreTheSame(store, expected);
      aSecondRunAddsNothing(store, file, first);
    }
  }

  private static Set<Set<String>> conversations(Store store) {
    Map<Long, Set<String>> found = new HashMap<>();
    store
        .jdbi()
        .useHandle(
            h ->
                h.createQuery("SELECT conversation_id, external_id FROM posts")
                    .map(
                        (row, _) ->
                            found
                                .computeIfAbsent(row.getLong(1), _ -> new HashSet<>())
                                .add(row.getString(2)))
                    .list());
    return new HashSet<>(found.values());
  }

  /** What ended years ago is no work. */
  private static void everythingIsHistory(Store store) {
    assertThat(store.count("cases WHERE state <> 'closed' OR close_reason = 'done'")).isZero();
    assertThat(store.count("cases WHERE close_reason = 'history'")).isPositive();
  }

  private static void timesToFirstReplyAreTheSame(Store store, TwcsFile expected) {
    Map<String, Waits> stored = waits(store);
    assertThat(stored.keySet()).isEqualTo(expected.waits().keySet()).hasSizeGreaterThan(5);
    expected
        .waits()
        .forEach(
            (brand, waits) -> {
              Waits there = stored.getOrDefault(brand, new Waits());
              assertThat(there.count()).as("answered by " + brand).isEqualTo(waits.count());
              assertThat(there.median())
                  .as("median of " + brand)
                  .isCloseTo(waits.median(), within(A_MILLISECOND));
              assertThat(there.mean())
                  .as("mean of " + brand)
                  .isCloseTo(waits.mean(), within(A_MILLISECOND));
            });
  }

  private static Map<String, Waits> waits(Store store) {
    Map<String, Waits> found = new TreeMap<>();
    store
        .jdbi()
        .useHandle(
            h ->
                h.createQuery(
                        """
                        SELECT b.name, extract(epoch FROM c.first_reply_at - c.asked_at) AS seconds
                        FROM cases c JOIN brands b ON b.id = c.brand_id
                        WHERE c.first_reply_at IS NOT NULL
                        """)
                    .map(
                        (row, _) ->
                            found
                                .computeIfAbsent(row.getString(1), _ -> new Waits())
                                .add(row.getDouble(2)))
                    .list());
    return found;
  }

  private static void aSecondRunAddsNothing(Store store, Path file, ImportSummary first)
      throws Exception {
    long events = store.count("events");
    ImportSummary second = store.run(file, SourceFormat.TWCS, new Store.Heard());
    assertThat(second.read()).isEqualTo(first.read());
    assertThat(second.accepted()).isZero();
    assertThat(second.duplicates()).isEqualTo(first.accepted());
    assertThat(second.conversations()).isZero();
    assertThat(second.cases()).isZero();
    assertThat(store.count("posts")).isEqualTo(first.accepted());
    assertThat(store.count("events")).isEqualTo(events);
  }
}
