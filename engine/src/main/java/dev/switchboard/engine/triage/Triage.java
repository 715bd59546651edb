package dev.switchboard.engine.triage;

import dev.switchboard.engine.post.Post;

/**
 * Decides who needs help. Any thread may ask, and the same post always gets the same answer from
 * the same {@link TriageDecision#model} of its brand.
 */
public interface Triage {
  /** Decides on a customer's post; looks at its text, language, kind and author's words only. */
  TriageDecision decide(Post post);
}
