package dev.switchboard.channels.airline;

import dev.switchboard.channels.ParsedLine;
import dev.switchboard.channels.PostSource;
import dev.switchboard.channels.ResumePoint;
import dev.switchboard.channels.SourceLine;
import dev.switchboard.channels.csv.CsvRow;
import dev.switchboard.channels.csv.CsvTable;
import dev.switchboard.channels.text.HtmlEntities;
import dev.switchboard.engine.post.PostDraft;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Posts from the airline sentiment export. It names no authors, so each row has its own; its labels
 * are left out, as they would give away what triage is to find.
 */
public final class AirlinePosts implements PostSource {
  /** The columns, in the order of the export. */
  public static final List<String> HEADER =
      List.of("tweet_id", "created_at", "airline", "airline_sentiment", "negativereason", "text");

  private final CsvTable table;
  private final int id;
  private final int createdAt;
  private final int airline;
  private final int text;

  private AirlinePosts(CsvTable table) {
    this.table = table;
    this.id = table.column("tweet_id");
    this.createdAt = table.column("created_at");
    this.airline = table.column("airline");
    this.text = table.column("text");
  }

  /**
   * Opens a file at its start or where an earlier reading stopped.
   *
   * @throws dev.switchboard.channels.UnreadableSource if the header is another
   */
  public static AirlinePosts open(Path file, ResumePoint at) throws IOException {
    return new AirlinePosts(CsvTable.open(file, at, "airline", HEADER));
  }

  @Override
  public @Nullable SourceLine next() throws IOException {
    CsvRow row = table.next();
    return switch (row) {
      case CsvRow.Fields(var line, var next, var values) ->
          new SourceLine(new ParsedLine.Good(line, draft(values)), next);
      case CsvRow.Malformed(var line, var next, var reason) ->
          new SourceLine(new ParsedLine.Bad(line, reason), next);
      case null -> null;
    };
  }

  @Override
  public void close() throws IOException {
    table.close();
  }

  private PostDraft draft(List<String> values) {
    String account = values.get(airline).toLowerCase(Locale.ROOT).replace(" ", "");
    return new PostDraft(
        values.get(id),
        "x:@" + account,
        null,
        "row-" + values.get(id),
        HtmlEntities.unescape(values.get(text)),
        values.get(createdAt),
        "in",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
