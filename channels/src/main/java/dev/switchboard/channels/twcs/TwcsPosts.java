package dev.switchboard.channels.twcs;

import dev.switchboard.channels.ParsedLine;
import dev.switchboard.channels.PostSource;
import dev.switchboard.channels.ResumePoint;
import dev.switchboard.channels.SourceLine;
import dev.switchboard.engine.post.PostDraft;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Posts from a customer support export in the layout of Kaggle's {@code twcs}, where tweets name
 * the tweet that they answer but not the company's account that they were sent to.
 *
 * <p>So the file is read more than once: first to find which tweets hang together and which company
 * answered them, then row by row. A conversation is on the channel {@code x:@company} of the
 * company that wrote first in it, or else is mentioned first in it and wrote elsewhere in the file,
 * or else on {@code x:@unknown}. That company's tweets go out, all others come in. Memory: about 60
 * bytes a tweet, no text is held.
 */
public final class TwcsPosts implements PostSource {
  /** The columns, in the order of the export. */
  public static final List<String> HEADER =
      List.of(
          "tweet_id",
          "author_id",
          "inbound",
          "created_at",
          "text",
          "response_tweet_id",
          "in_response_to_tweet_id");

  private static final String NOBODY = "unknown";

  private final Owners owners;
  private final TweetRows rows;

  private TwcsPosts(Owners owners, TweetRows rows) {
    this.owners = owners;
    this.rows = rows;
  }

  /**
   * Opens a file at its start or where an earlier reading stopped. Reads the whole file before it
   * returns: some seconds for millions of rows.
   *
   * @throws dev.switchboard.channels.UnreadableSource if the header is another
   */
  public static TwcsPosts open(Path file, ResumePoint at) throws IOException {
    return new TwcsPosts(Owners.read(file), TweetRows.open(file, at));
  }

  @Override
  public @Nullable SourceLine next() throws IOException {
    TweetRow row = rows.next();
    if (row == null) {
      return null;
    }
    Tweet tweet = row.tweet();
    return new SourceLine(
        tweet == null
            ? new ParsedLine.Bad(row.line(), row.problem())
            : new ParsedLine.Good(row.line(), draft(tweet)),
        row.next());
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }

  private PostDraft draft(Tweet tweet) {
    String company = owners.of(tweet);
    return new PostDraft(
        Long.toString(tweet.id()),
        "x:@" + (company == null ? NOBODY : company),
        null,
        tweet.author(),
        tweet.text(),
        tweet.createdAt().toString(),
        tweet.author().equalsIgnoreCase(company) ? "out" : "in",
        null,
        tweet.answered() == Tweet.NONE ? null : Long.toString(tweet.answered()),
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
