package dev.switchboard.store.triage;

import dev.switchboard.engine.post.PostKind;
import dev.switchboard.engine.triage.learn.AgentAction;
import org.jspecify.annotations.Nullable;

/**
 * A label as a learner reads it.
 *
 * @param step its place among its brand's, 1 or more; without holes, in the order of commits
 * @param text the post's, as it was then
 * @param needsHelp what it says of that, or null
 */
public record Label(
    int step,
    long post,
    PostKind kind,
    String text,
    LabelAction action,
    @Nullable Boolean needsHelp,
    @Nullable String intent) {

  /** What it teaches of who needs help; null if that is nothing. */
  public @Nullable AgentAction teaches() {
    return switch (action) {
      case SET_ASIDE, THANKED -> new AgentAction.SetAside(post, kind, text);
      case BROUGHT_BACK -> new AgentAction.BroughtBack(post, kind, text);
      case AUDITED ->
          Boolean.TRUE.equals(needsHelp)
              ? new AgentAction.BroughtBack(post, kind, text)
              : new AgentAction.SetAside(post, kind, text);
      case REPLIED -> new AgentAction.Replied(post, kind, text);
      case TRANSFERRED -> new AgentAction.Transferred(post, kind, text);
      case LEFT_UNANSWERED -> new AgentAction.LeftUnanswered(post, kind, text);
      case TAGGED -> null;
    };
  }
}
