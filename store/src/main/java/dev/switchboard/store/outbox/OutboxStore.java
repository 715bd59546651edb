package dev.switchboard.store.outbox;

import dev.switchboard.engine.conversation.Conversation;
import dev.switchboard.engine.post.ChannelName;
import dev.switchboard.store.Directory;
import dev.switchboard.store.SequenceIds;
import dev.switchboard.store.Statements;
import dev.switchboard.store.Times;
import dev.switchboard.store.desk.CaseTransaction;
import dev.switchboard.store.desk.OpenCase;
import dev.switchboard.store.intake.SeenKeys;
import dev.switchboard.store.reads.ReplyStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Replies on their way out. A reply is marked as being sent, and that is committed, before the
 * network hears of it: whatever happens then, it is known that it may have gone out. Any thread.
 */
public final class OutboxStore {
  /** A sender that has not said anything for this long is gone; no send may take as long. */
  public static final Duration SENDER_GONE_AFTER = Duration.ofMinutes(2);

  private static final String COLUMNS =
      """
      r.id, r.case_id, r.idempotency_key, r.text, r.in_reply_to, r.seen_through, r.attempts,
      n.network, n.account, p.name AS agent\
      """;

  private static final String MARK_SENT =
      """
      UPDATE replies SET status = 'sent', external_id = ?, sent_at = ?, error = NULL, sender = NULL
      WHERE id = ?
      """;

  private static final String ADD_AUTHOR =
      """
      INSERT INTO authors (id, brand_id, network, external_id) VALUES (?, ?, ?, ?)
      ON CONFLICT (brand_id, network, external_id) DO NOTHING
      """;

  private static final String ADD_POST =
      """
      INSERT INTO posts (id, channel_id, external_id, conversation_id, author_id,
        direction, kind, in_reply_to, text, created_at, shown_at, received_at)
      VALUES (?, ?, ?, ?,
        (SELECT id FROM authors WHERE brand_id = ? AND network = ? AND external_id = ?),
        'out', 'reply', ?, ?, ?, ?, ?)
      ON CONFLICT (channel_id, external_id) DO NOTHING RETURNING id
      """;

  private final Jdbi jdbi;
  private final Directory directory;
  private final SequenceIds ids;
  private final SeenKeys seen;

  /**
   * @param seen is told of our own posts, which networks may echo
   */
  public OutboxStore(Jdbi jdbi, Directory directory, SequenceIds ids, SeenKeys seen) {
    this.jdbi = jdbi;
    this.directory = directory;
    this.ids = ids;
    this.seen = seen;
  }

  /**
   * Puts a reply into the outbox, to answer the customer's latest post. Its draft has done its duty
   * and goes with the same statement.
   */
  public void queue(
      CaseTransaction tx,
      OpenCase on,
      long id,
      String agent,
      String text,
      long seenThrough,
      Instant now) {
    tx.handle()
        .createUpdate(
            """
            WITH written AS (
              DELETE FROM drafts WHERE case_id = :case AND person_id = :person)
            INSERT INTO replies (id, idempotency_key, case_id, channel_id, person_id, text,
                                 in_reply_to, seen_through, status, created_at, due_at)
            VALUES (:id, gen_random_uuid()::text, :case, :channel, :person, :text,
                    (SELECT external_id FROM posts
                     WHERE conversation_id = :conversation AND direction = 'in'
                     ORDER BY deleted_at IS NOT NULL, shown_at DESC, id DESC LIMIT 1),
                    :seen, 'queued', :now, :now)
            """)
        .bind("id", id)
        .bind("case", on.file().id())
        .bind("channel", on.channelId())
        .bind("person", directory.person(agent))
        .bind("text", text)
        .bind("conversation", on.conversation().id())
        .bind("seen", seenThrough)
        .bind("now", Times.sql(now))
        .execute();
  }

  /** Takes replies that are due and marks them as being sent; committed when this returns. */
  public List<QueuedReply> take(String sender, Instant now, int limit) {
    return jdbi.inTransaction(
        h ->
            h.createQuery(
                    """
                    WITH due AS (
                      SELECT id FROM replies WHERE status = 'queued' AND due_at <= :now
                      ORDER BY due_at LIMIT :limit FOR UPDATE SKIP LOCKED),
                    r AS (
                      UPDATE replies SET status = 'sending', sender = :sender,
                        attempts = attempts + 1, due_at = :gone
                      FROM due WHERE replies.id = due.id RETURNING replies.*)
                    SELECT\s"""
                        + COLUMNS
                        + """

                        FROM r JOIN channels n ON n.id = r.channel_id
                        JOIN people p ON p.id = r.person_id ORDER BY r.id
                        """)
                .bind("now", Times.sql(now))
                .bind("gone", Times.sql(now.plus(SENDER_GONE_AFTER)))
                .bind("sender", sender)
                .bind("limit", limit)
                .map((row, _) -> queued(row))
                .list());
  }

  /** Says that nobody is sending any more: whatever was being sent must be looked up. */
  public void orphanAll(Instant now) {
    jdbi.useHandle(
        h ->
            h.createUpdate("UPDATE replies SET due_at = :now WHERE status = 'sending'")
                .bind("now", Times.sql(now))
                .execute());
  }

  /**
   * Replies that were being sent and that nobody is sending any more, at most {@code limit}.
   *
   * @param underWay what this sender is sending now
   * @param inDoubt this sender may have taken replies without hearing of it, or not have recorded
   *     an ending: whatever it is not sending is looked at, too
   */
  public List<QueuedReply> orphaned(
      String sender, Collection<Long> underWay, boolean inDoubt, Instant now, int limit) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    "SELECT "
                        + COLUMNS
                        + """

                        FROM replies r JOIN channels n ON n.id = r.channel_id
                        JOIN people p ON p.id = r.person_id
                        WHERE r.status = 'sending' AND r.id <> ALL (:underWay)
                          AND (r.due_at <= :now OR (:inDoubt AND r.sender = :sender))
                        ORDER BY r.due_at LIMIT :limit
                        """)
                .bindArray("underWay", Long.class, underWay)
                .bind("now", Times.sql(now))
                .bind("inDoubt", inDoubt)
                .bind("sender", sender)
                .bind("limit", limit)
                .map((row, _) -> queued(row))
                .list());
  }

  /** Locks a reply, if it still has one of these statuses. Lock its case first. */
  public Optional<QueuedReply> lock(CaseTransaction tx, long reply, List<ReplyStatus> statuses) {
    return tx.handle()
        .createQuery(
            "SELECT "
                + COLUMNS
                + """

                FROM replies r JOIN channels n ON n.id = r.channel_id
                JOIN people p ON p.id = r.person_id
                WHERE r.id = :id AND r.status = ANY (:statuses) FOR UPDATE OF r
                """)
        .bind("id", reply)
        .bindArray("statuses", String.class, statuses.stream().map(OutboxStore::word).toList())
        .map((row, _) -> queued(row))
        .findOne();
  }

  public void mark(
      CaseTransaction tx, long reply, ReplyStatus status, Instant dueAt, @Nullable String error) {
    tx.handle()
        .createUpdate(
            """
            UPDATE replies SET status = :status, due_at = :due, error = :error, sender = NULL
            WHERE id = :id
            """)
        .bind("id", reply)
        .bind("status", word(status))
        .bind("due", Times.sql(dueAt))
        .bind("error", error)
        .execute();
  }

  /**
   * Notes that a reply is out, and puts it into its conversation as a post, unless the network has
   * told us of it already.
   *
   * @param overtaken whether the customer asked something that its writer had not seen
   */
  public void sent(
      CaseTransaction tx,
      OpenCase on,
      QueuedReply reply,
      String externalId,
      Instant at,
      boolean overtaken) {
    Conversation before = on.conversation();
    // What the database keeps, so that the place in the order shown is the same here and there.
    Instant sentAt = at.truncatedTo(ChronoUnit.MICROS);
    Instant shownAt =
        sentAt.isAfter(before.lastShownAt())
            ? sentAt
            : before.lastShownAt().plus(1, ChronoUnit.MICROS);
    long id = ids.nextPost();
    long author = ids.nextAuthor();
    List<Long> added = new ArrayList<>(1);
    ChannelName channel = on.channel();
    Statements.together(
        tx.handle(),
        statements -> {
          statements.update(MARK_SENT, externalId, Times.sql(sentAt), reply.id());
          statements.update(ADD_AUTHOR, author, on.brandId(), channel.network(), channel.account());
          statements.query(
              ADD_POST,
              row -> added.add(row.getLong("id")),
              id,
              on.channelId(),
              externalId,
              before.id(),
              on.brandId(),
              channel.network(),
              channel.account(),
              reply.inReplyTo(),
              reply.text(),
              Times.sql(sentAt),
              Times.sql(shownAt),
              Times.sql(sentAt));
        });
    Conversation after =
        added.isEmpty() ? before : before.with(id, shownAt, sentAt, Conversation.Voice.BRAND);
    update(tx, after.repliedTo(sentAt, overtaken));
  }

  /** True if the customer asked something that the reply's writer had not seen. */
  public boolean isOvertaken(CaseTransaction tx, OpenCase on, QueuedReply reply) {
    return tx.handle()
        .createQuery(
            """
            SELECT EXISTS (
              SELECT FROM posts p, posts seen
              WHERE seen.id = :seen AND p.conversation_id = :conversation AND p.direction = 'in'
                AND coalesce(p.judged, p.verdict) IN ('help', 'unsure')
                AND (p.shown_at, p.id) > (seen.shown_at, seen.id))
            """)
        .bind("seen", reply.seenThrough())
        .bind("conversation", on.conversation().id())
        .mapTo(boolean.class)
        .one();
  }

  private static void update(CaseTransaction tx, Conversation conversation) {
    tx.handle()
        .createUpdate(
            """
            UPDATE conversations
            SET last_post = :last, last_shown_at = :shown, last_help_at = :help,
                last_replied_at = :replied
            WHERE id = :id
            """)
        .bind("id", conversation.id())
        .bind("last", conversation.lastPost())
        .bind("shown", Times.sql(conversation.lastShownAt()))
        .bind("help", Times.sqlOrNull(conversation.lastHelpAt()))
        .bind("replied", Times.sqlOrNull(conversation.lastRepliedAt()))
        .execute();
  }

  private static QueuedReply queued(ResultSet row) throws SQLException {
    return new QueuedReply(
        row.getLong("id"),
        row.getLong("case_id"),
        row.getString("idempotency_key"),
        new ChannelName(row.getString("network"), row.getString("account")),
        row.getString("agent"),
        row.getString("text"),
        row.getString("in_reply_to"),
        row.getLong("seen_through"),
        row.getInt("attempts"));
  }

  private static String word(ReplyStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
