package dev.switchboard.store.intake;

import com.google.common.hash.BloomFilter;
import com.google.common.hash.Funnel;
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
  private static final double FALSE_ALARMS = .01;
  private static final int FETCH_ROWS = 10_000;

  private static final Funnel<PostKey> POST =
      (key, to) ->
          to.putUnencodedChars(key.channel().network())
              .putChar(':')
              .putUnencodedChars(key.channel().account())
              .putChar(' ')
              .putUnencodedChars(key.externalId());
  private static final Funnel<PostAuthor> AUTHOR =
      (author, to) ->
          to.putInt(author.brandId())
              .putUnencodedChars(author.network())
              .putChar(' ')
              .putUnencodedChars(author.externalId());

  private final Jdbi jdbi;
  private final BloomFilter<PostKey> posts;
  private final BloomFilter<PostAuthor> authors;
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
    posts = BloomFilter.create(POST, expected, FALSE_ALARMS);
    authors = BloomFilter.create(AUTHOR, expected, FALSE_ALARMS);
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
    return complete.get() && !posts.mightContain(key);
  }

  boolean isSurelyNew(PostAuthor author) {
    return complete.get() && !authors.mightContain(author);
  }

  /** Says that a post is stored; before or after the commit, but whenever there is one. */
  void add(PostKey key) {
    posts.put(key);
  }

  void add(PostAuthor author) {
    authors.put(author);
  }
}
