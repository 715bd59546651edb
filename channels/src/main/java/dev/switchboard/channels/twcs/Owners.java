package dev.switchboard.channels.twcs;

import dev.switchboard.channels.ResumePoint;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Says which company each conversation of the export belongs to: the one whose tweet is the
 * earliest in it; where no company wrote, the one that is mentioned first and wrote elsewhere.
 */
final class Owners {
  /** Puts mentions in the order of time, but behind each tweet that a company wrote. */
  private static final long BEHIND_ANY_TWEET = 1L << 50;

  private final Companies companies = new Companies();
  private final Components components = new Components();

  private Owners() {}

  /** Reads the whole file, twice if some conversations have no company's tweet. */
  static Owners read(Path file) throws IOException {
    Owners owners = new Owners();
    owners.joinAnswers(file);
    if (!owners.components.allHaveCompany()) {
      owners.lookForMentions(file);
    }
    return owners;
  }

  /** The company that the tweet was to, or from; null if nobody knows. */
  @Nullable String of(Tweet tweet) {
    int company = components.company(tweet.id());
    return company < 0 ? null : companies.name(company);
  }

  private void joinAnswers(Path file) throws IOException {
    try (TweetRows rows = TweetRows.open(file, ResumePoint.START)) {
      for (TweetRow row = rows.next(); row != null; row = rows.next()) {
        Tweet tweet = row.tweet();
        if (tweet == null) {
          continue;
        }
        components.add(tweet.id());
        if (tweet.answered() != Tweet.NONE) {
          components.join(tweet.id(), tweet.answered());
        }
        if (!tweet.inbound() && !tweet.author().isBlank()) {
          int company = companies.add(tweet.author());
          components.claim(tweet.id(), company, tweet.createdAt().getEpochSecond());
        }
      }
    }
  }

  private void lookForMentions(Path file) throws IOException {
    try (TweetRows rows = TweetRows.open(file, ResumePoint.START)) {
      for (TweetRow row = rows.next(); row != null; row = rows.next()) {
        Tweet tweet = row.tweet();
        int company = tweet == null ? -1 : companies.firstMentioned(tweet.text());
        if (tweet != null && company >= 0) {
          long second = BEHIND_ANY_TWEET + tweet.createdAt().getEpochSecond();
          components.claim(tweet.id(), company, second);
        }
      }
    }
  }
}
