package dev.switchboard.store.desk;

import dev.switchboard.engine.casework.CaseFile;
import dev.switchboard.engine.conversation.Conversation;
import dev.switchboard.engine.event.Event;
import dev.switchboard.engine.event.NewEvent;
import dev.switchboard.store.CaseRecords;
import dev.switchboard.store.ConversationRecords;
import dev.switchboard.store.Times;
import dev.switchboard.store.triage.JudgedPost;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * One transaction on a customer's post, its conversation and its case. Locks are taken as intake
 * takes them: cases, the conversation, posts. A case that intake opens for the conversation
 * meanwhile meets the unique index; then the later of the two looks again.
 */
public final class PostTransaction {
  private final CaseTransaction tx;
  private final Handle handle;

  PostTransaction(CaseTransaction tx) {
    this.tx = tx;
    this.handle = tx.handle();
  }

  /**
   * A post with all that its judgement may change.
   *
   * @param latest the latest case of its conversation, or null
   */
  public record On(JudgedPost post, Conversation conversation, @Nullable CaseFile latest) {}

  public CaseTransaction cases() {
    return tx;
  }

  public Handle handle() {
    return handle;
  }

  /** Locks a customer's post with its conversation and cases, and reads them. */
  public Optional<On> find(long post) {
    Optional<Long> conversation =
        handle
            .createQuery("SELECT conversation_id FROM posts WHERE id = :id AND direction = 'in'")
            .bind("id", post)
            .mapTo(Long.class)
            .findOne();
    if (conversation.isEmpty()) {
      return Optional.empty();
    }
    CaseFile latest = latestCase(conversation.get());
    Conversation locked = lockConversation(conversation.get());
    JudgedPost found = JudgedPosts.lock(handle, post);
    if (locked == null || found == null || found.conversation() != conversation.get()) {
      throw new ConversationMovedException(conversation.get());
    }
    return Optional.of(new On(found, locked, latest));
  }

  /** The posts of a conversation whose authors need help, earliest first, at most 100; locked. */
  public List<JudgedPost> needingHelp(long conversation) {
    return JudgedPosts.needingHelp(handle, conversation);
  }

  /** Writes the latest time at which help was asked for, as posts are judged now. */
  public Conversation countHelpAnew(Conversation conversation) {
    Instant help =
        handle
            .createQuery(
                """
                SELECT max(created_at) AS help FROM posts
                WHERE conversation_id = :id AND direction = 'in' AND deleted_at IS NULL
                  AND coalesce(judged, verdict) IN ('help', 'unsure')
                """)
            .bind("id", conversation.id())
            .map((row, _) -> Optional.ofNullable(Times.find(row, "help")))
            .one()
            .orElse(null);
    handle
        .createUpdate("UPDATE conversations SET last_help_at = :help WHERE id = :id")
        .bind("help", Times.sqlOrNull(help))
        .bind("id", conversation.id())
        .execute();
    return new Conversation(
        conversation.id(),
        conversation.lastPost(),
        conversation.lastShownAt(),
        conversation.firstAskedAt(),
        help,
        conversation.lastRepliedAt());
  }

  /** Writes what became of a case, which may be new, and what happened. */
  public void save(
      On on, @Nullable CaseFile before, CaseFile file, String actor, List<Event> events) {
    if (before == null || before.id() != file.id()) {
      insert(file, on.post().brandId());
      for (Event event : events) {
        record(new NewEvent(file.id(), null, actor, event), on.post().brandId());
      }
    } else {
      tx.save(tx.find(file.id()).orElseThrow(), file, actor, events);
    }
  }

  public void record(NewEvent event, int brandId) {
    tx.record(event, brandId);
  }

  private @Nullable CaseFile latestCase(long conversation) {
    handle
        .createQuery(
            "SELECT id FROM cases WHERE conversation_id = :id ORDER BY id FOR NO KEY UPDATE")
        .bind("id", conversation)
        .mapTo(Long.class)
        .list();
    // Read after the locks are held: what stood there before may be old.
    return handle
        .createQuery(
            "SELECT "
                + CaseRecords.COLUMNS
                + " FROM cases c "
                + CaseRecords.JOINS
                + " WHERE c.conversation_id = :id")
        .bind("id", conversation)
        .map((row, _) -> CaseRecords.read(row))
        .stream()
        .reduce(CaseFile::later)
        .orElse(null);
  }

  private @Nullable Conversation lockConversation(long id) {
    return handle
        .createQuery(
            """
            SELECT id, last_post, last_shown_at, first_asked_at, last_help_at, last_replied_at
            FROM conversations WHERE id = :id FOR UPDATE
            """)
        .bind("id", id)
        .map((row, _) -> ConversationRecords.read(row, "id"))
        .findOne()
        .orElse(null);
  }

  private void insert(CaseFile file, int brandId) {
    handle
        .createUpdate(
            """
            INSERT INTO cases (id, brand_id, conversation_id, state, ranked_low, fence, asked_at,
              opened_at, first_reply_at)
            VALUES (:id, :brand, :conversation, :state, :low, :fence, :asked, :opened, :replied)
            """)
        .bind("id", file.id())
        .bind("brand", brandId)
        .bind("conversation", file.conversation())
        .bind("state", file.state().word())
        .bind("low", file.rankedLow())
        .bind("fence", file.fence())
        .bind("asked", Times.sql(file.askedAt()))
        .bind("opened", Times.sql(file.openedAt()))
        .bind("replied", Times.sqlOrNull(file.firstReplyAt()))
        .execute();
  }
}
