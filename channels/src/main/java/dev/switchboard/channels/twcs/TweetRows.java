package dev.switchboard.channels.twcs;

import dev.switchboard.channels.ResumePoint;
import dev.switchboard.channels.csv.CsvRow;
import dev.switchboard.channels.csv.CsvTable;
import dev.switchboard.channels.text.HtmlEntities;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the rows of the export and checks what the conversations hang on. For one thread. */
final class TweetRows implements AutoCloseable {
  private final CsvTable table;
  private final int id;
  private final int author;
  private final int inbound;
  private final int createdAt;
  private final int text;
  private final int answered;

  private TweetRows(CsvTable table) {
    this.table = table;
    this.id = table.column("tweet_id");
    this.author = table.column("author_id");
    this.inbound = table.column("inbound");
    this.createdAt = table.column("created_at");
    this.text = table.column("text");
    this.answered = table.column("in_response_to_tweet_id");
  }

  static TweetRows open(Path file, ResumePoint at) throws IOException {
    return new TweetRows(CsvTable.open(file, at, "twcs", TwcsPosts.HEADER));
  }

  @Nullable TweetRow next() throws IOException {
    CsvRow row = table.next();
    return switch (row) {
      case CsvRow.Fields(var line, var next, var values) -> row(line, next, values);
      case CsvRow.Malformed(var line, var next, var reason) ->
          new TweetRow(line, next, null, reason);
      case null -> null;
    };
  }

  @Override
  public void close() throws IOException {
    table.close();
  }

  private TweetRow row(long line, ResumePoint next, List<String> values) {
    long tweetId = number(values.get(id));
    if (tweetId < 0) {
      return bad(line, next, "tweet_id must be a whole number", values.get(id));
    }
    String parent = values.get(answered);
    long parentId = parent.isEmpty() ? Tweet.NONE : number(parent);
    if (parentId < 0 && !parent.isEmpty()) {
      return bad(line, next, "in_response_to_tweet_id must be a whole number or empty", parent);
    }
    String direction = values.get(inbound);
    if (!direction.equals("True") && !direction.equals("False")) {
      return bad(line, next, "inbound must be True or False", direction);
    }
    Instant at = TwitterTime.parse(values.get(createdAt));
    if (at == null) {
      String rule = "created_at must look like Tue Oct 31 22:10:47 +0000 2017";
      return bad(line, next, rule, values.get(createdAt));
    }
    String words = HtmlEntities.unescape(values.get(text));
    boolean byCustomer = direction.equals("True");
    return new TweetRow(
        line, next, new Tweet(tweetId, values.get(author), byCustomer, at, words, parentId), "");
  }

  private static TweetRow bad(long line, ResumePoint next, String rule, String value) {
    String shown = value.length() <= 60 ? value : value.substring(0, 60) + "…";
    String clean = shown.replaceAll("\\p{Cntrl}", " ");
    return new TweetRow(line, next, null, rule + ", not \"" + clean + "\"");
  }

  /** The number that the digits make, or -1; exports of spreadsheets write ids as 1.0. */
  private static long number(String text) {
    String digits = text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    if (digits.isEmpty()) {
      return -1;
    }
    long number = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      if (digit < 0 || digit > 9 || number > (Long.MAX_VALUE - digit) / 10) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
