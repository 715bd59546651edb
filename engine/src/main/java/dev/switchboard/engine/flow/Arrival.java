package dev.switchboard.engine.flow;

import dev.switchboard.engine.conversation.Conversation.Voice;
import dev.switchboard.engine.post.Origin;
import dev.switchboard.engine.post.Post;
import dev.switchboard.engine.triage.TriageDecision;
import dev.switchboard.engine.triage.Verdict;
import dev.switchboard.engine.triage.language.Guess;
import org.jspecify.annotations.Nullable;

/**
 * A post on its way in, with what triage says of it.
 *
 * @param decision null for the brand's own posts, for withdrawn ones and for those of muted authors
 * @param guess what the words say of their language, or null if they were not asked or not sure
 */
public record Arrival(
    Post post, @Nullable TriageDecision decision, Origin origin, @Nullable Guess guess) {

  /** The post without what triage says of it, since nobody wants to hear its author. */
  Arrival unheard() {
    return new Arrival(post, null, origin, guess);
  }

  Voice voice() {
    if (!post.isFromCustomer()) {
      return Voice.BRAND;
    }
    return decision == null || decision.verdict() == Verdict.SET_ASIDE
        ? Voice.CUSTOMER_CHATS
        : Voice.CUSTOMER_ASKS;
  }

  boolean isSure() {
    return decision == null || decision.verdict() == Verdict.HELP;
  }
}
