package dev.switchboard.server.console.view.exception;

import dev.switchboard.server.console.view.Scope;
import dev.switchboard.server.console.view.Words;
import dev.switchboard.server.console.view.incident.Title;
import dev.switchboard.store.floor.LateRow;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Many late cases in one line.
 *
 * @param title what they have in common
 * @param href the incident that they belong to, or null
 * @param words how many they are
 * @param late the width of those that are late, 0 to 100, the longest line being 100
 * @param both the same with those that will be late as things go
 */
public record LateLine(
    String title, @Nullable String href, String words, int late, int both, Instant since) {

  /** The lines of what is late, in its order. */
  public static List<LateLine> of(List<LateRow> rows, Scope scope) {
    long most = rows.stream().mapToLong(LateLine::cases).max().orElse(1);
    return rows.stream().map(row -> of(row, most, scope)).toList();
  }

  private static LateLine of(LateRow row, long most, Scope scope) {
    return new LateLine(
        title(row),
        row.incident() == null ? null : scope.address("/incidents/" + row.incident()),
        (row.all() ? "" : "at least ") + words(row),
        percent(row.breached(), most),
        percent(cases(row), most),
        row.since());
  }

  private static String title(LateRow row) {
    return row.incident() == null
        ? Objects.requireNonNullElse(row.topic(), "No topic yet")
        : Title.of(row.terms());
  }

  private static String words(LateRow row) {
    if (row.inDanger() == 0) {
      return Words.count(row.breached()) + " late";
    }
    return row.breached() == 0
        ? Words.count(row.inDanger()) + " soon late"
        : "%s late, %s soon".formatted(Words.count(row.breached()), Words.count(row.inDanger()));
  }

  private static long cases(LateRow row) {
    return row.breached() + row.inDanger();
  }

  private static int percent(long part, long most) {
    return (int) Math.ceil(100.0 * part / Math.max(1, most));
  }
}
