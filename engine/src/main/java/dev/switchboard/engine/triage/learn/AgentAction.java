package dev.switchboard.engine.triage.learn;

import dev.switchboard.engine.post.PostKind;

/** What was done with a post, as far as it teaches who needs help. */
public sealed interface AgentAction {
  /** The post's number in the store. */
  long post();

  /** How it came to the brand. */
  PostKind kind();

  /** Its text. */
  String text();

  /** An agent said that nobody needs help here. */
  record SetAside(long post, PostKind kind, String text) implements AgentAction {}

  /** An agent took back what was set aside: the mistake that matters most. */
  record BroughtBack(long post, PostKind kind, String text) implements AgentAction {}

  /** An agent answered in a case. */
  record Replied(long post, PostKind kind, String text) implements AgentAction {}

  /** An agent gave the case to a colleague or another team. */
  record Transferred(long post, PostKind kind, String text) implements AgentAction {}

  /**
   * An agent said what a post is about.
   *
   * @param intent one of the brand's own list
   */
  record Tagged(long post, PostKind kind, String text, String intent) implements AgentAction {}

  /**
   * Imported history that nobody answered: unlabelled, not chatter. Brands that answer only the
   * noisy must not teach that the quiet need nothing.
   */
  record LeftUnanswered(long post, PostKind kind, String text) implements AgentAction {}
}
