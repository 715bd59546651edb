package dev.switchboard.store.intake;

import dev.switchboard.engine.post.PostKey;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Jdbi;

/**
 * Whether a post or an author may be stored already. "Surely new" saves intake a look into the
 * database for nearly every post; it is certain as long as all writers tell this object, and the
 * unique indexes find out when another process did not. Any thread.
 */
public final class SeenKeys {
  private static final long MIN_POSTS = 4_000_000;
  private static final int FETCH_ROWS = 10_000;

  private final Jdbi jdbi;
  private final BitFilter posts;
  private final BitFilter authors;
  private final AtomicBoolean complete = new AtomicBoolean();

  /** Knows nothing yet, so that nothing is surely new, until {@link #load}. */
  public SeenKeys(Jdbi jdbi) {
    this.jdbi = jdbi;
    long expected =
        Math.max(
            MIN_POSTS,
            2
                * jdbi.withHandle(
                    h -> h.createQuery("SELECT count(*) FROM posts").mapTo(long.class).one()));
    posts = new BitFilter(expected);
    authors = new BitFilter(expected);
  }

  /** Reads all keys; posts may come in meanwhile. */
  public void load() {
    jdbi.useTransaction(
        h -> {
          h.createQuery(
                  """
                  SELECT n.network, n.account, p.external_id
                  FROM posts p JOIN channels n ON n.id = p.channel_id
                  """)
              .setFetchSize(FETCH_ROWS)
              .map((row, _) -> Rows.postKey(row))
              .forEach(this::add);
          h.createQuery("SELECT brand_id, network, external_id FROM authors")
              .setFetchSize(FETCH_ROWS)
              .map((row, _) -> Rows.author(row))
              .forEach(this::add);
        });
    complete.set(true);
  }

  boolean isSurelyNew(PostKey key) {
    return complete.get() && !posts.maybeAdded(hash(key));
  }

  boolean isSurelyNew(PostAuthor author) {
    return complete.get() && !authors.maybeAdded(hash(author));
  }

  /** Says that a post is stored; before or after the commit, but whenever there is one. */
  public void add(PostKey key) {
    posts.add(hash(key));
  }

  void add(PostAuthor author) {
    authors.add(hash(author));
  }

  private static long hash(PostKey key) {
    return hash(key.externalId(), key.channel().hashCode());
  }

  private static long hash(PostAuthor author) {
    return hash(author.externalId(), 31L * author.brandId() + author.network().hashCode());
  }

  /** 64 bits of a text; the filter mixes them. Two texts of one hash cost a look, no more. */
  private static long hash(String text, long seed) {
    long hash = seed;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }
}
