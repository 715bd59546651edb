package dev.switchboard.store.intake;

import dev.switchboard.engine.flow.Batch;
import dev.switchboard.engine.flow.KnownPost;
import dev.switchboard.engine.post.PostKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What intake remembers of what it committed, so that it need not ask the database (docs/adr/0009).
 * One for all that write to a database from this process. Any thread.
 */
public final class IntakeMemory {
  private static final int MAX_AUTHORS = 40_000;

  private final SeenKeys seen;
  private final RecentPosts posts = new RecentPosts();
  private final Map<PostAuthor, KnownAuthor> authors = leastRecentlyUsed(MAX_AUTHORS);
  private long mutings;

  public IntakeMemory(SeenKeys seen) {
    this.seen = seen;
  }

  SeenKeys seen() {
    return seen;
  }

  synchronized @Nullable KnownPost findPost(PostKey key) {
    return posts.find(key);
  }

  synchronized @Nullable KnownAuthor findAuthor(PostAuthor author) {
    return authors.get(author);
  }

  /** Remembers what a batch stored, once it is committed. */
  void remember(Batch batch) {
    synchronized (this) {
      posts.remember(batch);
    }
    batch.newPosts().forEach(post -> seen.add(post.post().key()));
  }

  /** How often somebody was muted or unmuted so far. */
  synchronized long mutings() {
    return mutings;
  }

  /**
   * Remembers the authors of a batch, once it is committed.
   *
   * @param asOf {@link #mutings} before they were read: if somebody was muted since, what was read
   *     may be old, and is not remembered
   */
  synchronized void rememberAuthors(
      long asOf,
      Map<PostAuthor, KnownAuthor> known,
      Map<PostAuthor, KnownAuthor> added,
      Map<PostAuthor, KnownAuthor> changed) {
    if (asOf == mutings) {
      authors.putAll(known);
      authors.putAll(added);
      authors.putAll(changed);
    }
  }

  /** An author was muted or unmuted, and that is committed: their next post asks the database. */
  public synchronized void wasMuted(int brandId, String network, String externalId) {
    mutings++;
    authors.remove(new PostAuthor(brandId, network, externalId));
  }

  /** The same for authors whom another process muted or unmuted. */
  public synchronized void wereMuted(Set<Long> ids) {
    mutings++;
    authors.values().removeIf(author -> ids.contains(author.id()));
  }

  /** Another process may have muted whomever: the next post of each author asks the database. */
  public synchronized void forgetAuthors() {
    mutings++;
    authors.clear();
  }

  /** Another process has written: what is remembered may no longer be so. */
  synchronized void forget() {
    posts.forget();
    authors.clear();
  }

  static <K, V> Map<K, V> leastRecentlyUsed(int max) {
    return new LinkedHashMap<>(1024, .75f, true) {
      private static final long serialVersionUID = 1;

      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > max;
      }
    };
  }
}
