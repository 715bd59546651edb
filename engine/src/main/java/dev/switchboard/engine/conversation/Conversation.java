package dev.switchboard.engine.conversation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Posts joined by replies, in short: what the flow needs to know of them.
 *
 * @param lastPost the post that is shown last; what an agent must have seen before a reply goes
 * @param lastShownAt the place of that post in the order shown
 * @param firstAskedAt the customer's earliest post, or null
 * @param lastHelpAt the customer's latest post that was not set aside, or null; moved behind a
 *     reply that was written without sight of it
 * @param lastRepliedAt the brand's latest post, or null; not before what its writer had seen
 */
public record Conversation(
    long id,
    long lastPost,
    Instant lastShownAt,
    @Nullable Instant firstAskedAt,
    @Nullable Instant lastHelpAt,
    @Nullable Instant lastRepliedAt) {

  /** True when the brand has written since the customer last asked for help. */
  public boolean isAnswered() {
    return lastRepliedAt != null && (lastHelpAt == null || !lastRepliedAt.isBefore(lastHelpAt));
  }

  /** The conversation with one more post, shown at {@code shownAt}. */
  public Conversation with(long post, Instant shownAt, Instant createdAt, Voice voice) {
    boolean last = isLast(post, shownAt);
    boolean customer = voice != Voice.BRAND;
    return new Conversation(
        id,
        last ? post : lastPost,
        last ? shownAt : lastShownAt,
        customer ? earlier(firstAskedAt, createdAt) : firstAskedAt,
        voice == Voice.CUSTOMER_ASKS ? later(lastHelpAt, createdAt) : lastHelpAt,
        voice == Voice.BRAND ? later(lastRepliedAt, createdAt) : lastRepliedAt);
  }

  /**
   * The conversation after a reply of which it is known what its writer had seen: then times of
   * writing, by clocks that may differ, don't decide whether it is answered.
   *
   * @param overtaken whether the customer asked something that the writer had not seen
   */
  public Conversation repliedTo(Instant sentAt, boolean overtaken) {
    Instant replied = later(lastRepliedAt, sentAt);
    Instant help = lastHelpAt;
    if (overtaken) {
      help = later(help, replied.plus(1, ChronoUnit.MICROS));
    } else if (help != null) {
      replied = later(replied, help);
    }
    return new Conversation(id, lastPost, lastShownAt, firstAskedAt, help, replied);
  }

  /** Both conversations as one, under this one's id; {@code other}'s posts keep their places. */
  public Conversation mergedWith(Conversation other) {
    boolean otherLast = isLast(other.lastPost, other.lastShownAt);
    return new Conversation(
        id,
        otherLast ? other.lastPost : lastPost,
        otherLast ? other.lastShownAt : lastShownAt,
        other.firstAskedAt == null ? firstAskedAt : earlier(firstAskedAt, other.firstAskedAt),
        other.lastHelpAt == null ? lastHelpAt : later(lastHelpAt, other.lastHelpAt),
        other.lastRepliedAt == null ? lastRepliedAt : later(lastRepliedAt, other.lastRepliedAt));
  }

  /** Whether a post would be shown last: posts with the same place are told apart by their ids. */
  private boolean isLast(long post, Instant shownAt) {
    int order = shownAt.compareTo(lastShownAt);
    return order > 0 || (order == 0 && post >= lastPost);
  }

  /** Who speaks in a post, as far as the state of a case is concerned. */
  public enum Voice {
    CUSTOMER_ASKS,
    CUSTOMER_CHATS,
    BRAND
  }

  private static Instant earlier(@Nullable Instant a, Instant b) {
    return a == null || b.isBefore(a) ? b : a;
  }

  private static Instant later(@Nullable Instant a, Instant b) {
    return a == null || b.isAfter(a) ? b : a;
  }
}
