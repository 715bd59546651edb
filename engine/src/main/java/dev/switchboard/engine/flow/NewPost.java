package dev.switchboard.engine.flow;

import dev.switchboard.engine.post.Post;
import dev.switchboard.engine.triage.TriageDecision;
import dev.switchboard.engine.triage.language.PostLanguage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A post to be stored.
 *
 * @param conversation as decided when it came; {@link Batch#survivor} says what became of it
 * @param shownAt its place in the order shown
 * @param auditChance the chance with which it was drawn for the audit, above 0, or null if it was
 *     not drawn
 * @param language null if nobody knows it
 */
public record NewPost(
    long id,
    Post post,
    @Nullable TriageDecision decision,
    long conversation,
    Instant shownAt,
    @Nullable Float auditChance,
    @Nullable PostLanguage language) {}
