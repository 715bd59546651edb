package dev.switchboard.store.intake;

import dev.switchboard.engine.flow.Batch;
import dev.switchboard.engine.flow.KnownPost;
import dev.switchboard.engine.post.PostKey;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The posts that were stored last: most replies are to one of these. What is remembered is what was
 * committed; a conversation that another process has merged away since shows when it is read. One
 * thread.
 */
final class RecentPosts {
  private static final int MAX_POSTS = 1 << 16;
  private static final int MAX_MOVES = 1 << 15;

  private final Map<PostKey, KnownPost> posts = IntakeMemory.leastRecentlyUsed(MAX_POSTS);
  private final Map<Long, Long> moves = IntakeMemory.leastRecentlyUsed(MAX_MOVES);

  /** A post as it was stored, on the conversation that it is part of now; null if forgotten. */
  @Nullable KnownPost find(PostKey key) {
    KnownPost post = posts.get(key);
    if (post == null) {
      return null;
    }
    long conversation = survivor(post.conversation());
    return conversation == post.conversation()
        ? post
        : new KnownPost(post.id(), conversation, post.editedAt(), post.deletedAt());
  }

  /** Remembers what a batch stored, once it is committed. */
  void remember(Batch batch) {
    moves.putAll(batch.merges());
    batch
        .newPosts()
        .forEach(
            post -> {
              KnownPost known = batch.known(post.post().key());
              if (known != null) {
                posts.put(
                    post.post().key(),
                    new KnownPost(
                        known.id(),
                        batch.survivor(known.conversation()),
                        known.editedAt(),
                        known.deletedAt()));
              }
            });
    // What an author changed is read anew.
    batch.changedKeys().forEach(posts::remove);
  }

  void forget() {
    posts.clear();
    moves.clear();
  }

  private long survivor(long conversation) {
    long at = conversation;
    for (Long next = moves.get(at); next != null; next = moves.get(at)) {
      at = next;
    }
    return at;
  }
}
