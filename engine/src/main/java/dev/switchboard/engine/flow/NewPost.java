package dev.switchboard.engine.flow;

import dev.switchboard.engine.post.Post;
import dev.switchboard.engine.triage.TriageDecision;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A post to be stored.
 *
 * @param conversation as decided when it came; {@link Batch#survivor} says what became of it
 * @param shownAt its place in the order shown
 */
public record NewPost(
    long id, Post post, @Nullable TriageDecision decision, long conversation, Instant shownAt) {}
