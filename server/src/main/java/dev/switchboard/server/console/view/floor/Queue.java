package dev.switchboard.server.console.view.floor;

import dev.switchboard.server.console.view.Words;
import dev.switchboard.server.floor.FloorNow;
import dev.switchboard.store.floor.QueueRow;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Cases that wait and have something in common.
 *
 * @param percent its length beside the longest of its kind, 0 to 100
 * @param here how many people who work now could answer in its language; null where it has none
 */
public record Queue(String name, long cases, int percent, Instant oldest, @Nullable Integer here) {
  private static final int MAX_LISTED = 8;

  static List<Queue> of(FloorNow floor, QueueRow.By by) {
    List<QueueRow> rows = floor.queues(by);
    long most = rows.stream().mapToLong(QueueRow::cases).max().orElse(1);
    return rows.stream()
        .limit(MAX_LISTED)
        .map(
            row ->
                new Queue(
                    name(row),
                    row.cases(),
                    (int) Math.max(2, 100 * row.cases() / most),
                    row.oldest(),
                    floor.here(row)))
        .toList();
  }

  private static String name(QueueRow row) {
    return switch (row.by()) {
      case LANGUAGE -> Objects.requireNonNullElse(Words.language(row.key()), "Language unknown");
      case TOPIC -> Objects.requireNonNullElse(row.key(), "No topic yet");
    };
  }

  /** Whether nobody who is there could answer. */
  public boolean isAlone() {
    return here != null && here == 0;
  }

  public String hereWords() {
    if (here == null) {
      return "";
    }
    return here == 0 ? "nobody here" : here + " here";
  }
}
