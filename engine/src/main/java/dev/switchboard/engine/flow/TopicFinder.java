package dev.switchboard.engine.flow;

import dev.switchboard.engine.post.Post;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells which sensitive topics of its brand a customer's post touches on. Any thread. */
public interface TopicFinder {
  TopicFinder NONE = (_, _) -> Set.of();

  /**
   * The names of the topics; empty for nearly all posts.
   *
   * @param intent what triage says that the post is about, or null
   */
  Set<String> of(Post post, @Nullable String intent);
}
