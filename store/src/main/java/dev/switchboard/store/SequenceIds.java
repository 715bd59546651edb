package dev.switchboard.store;

import dev.switchboard.engine.flow.Ids;
import org.jdbi.v3.core.Jdbi;

/** Numbers drawn from the database's sequences, a block at a time. Any thread. */
public final class SequenceIds implements Ids {
  private final Block posts;
  private final Block conversations;
  private final Block cases;
  private final Block authors;
  private final Block replies;

  public SequenceIds(Jdbi jdbi) {
    posts = new Block(jdbi, "post_ids", 10_000);
    conversations = new Block(jdbi, "conversation_ids", 10_000);
    cases = new Block(jdbi, "case_ids", 100);
    authors = new Block(jdbi, "author_ids", 10_000);
    replies = new Block(jdbi, "reply_ids", 100);
  }

  @Override
  public long nextPost() {
    return posts.next();
  }

  @Override
  public long nextConversation() {
    return conversations.next();
  }

  @Override
  public long nextCase() {
    return cases.next();
  }

  public long nextAuthor() {
    return authors.next();
  }

  public long nextReply() {
    return replies.next();
  }

  /** A block of numbers; its size is the sequence's increment in the schema. */
  private static final class Block {
    private final Jdbi jdbi;
    private final String sequence;
    private final int size;
    private long next;
    private long end;

    Block(Jdbi jdbi, String sequence, int size) {
      this.jdbi = jdbi;
      this.sequence = sequence;
      this.size = size;
    }

    synchronized long next() {
      if (next == end) {
        next =
            jdbi.withHandle(
                h ->
                    h.createQuery("SELECT nextval(:sequence::regclass)")
                        .bind("sequence", sequence)
                        .mapTo(long.class)
                        .one());
        end = next + size;
      }
      return next++;
    }
  }
}
