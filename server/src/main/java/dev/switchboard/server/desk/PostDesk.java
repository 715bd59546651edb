package dev.switchboard.server.desk;

import org.jspecify.annotations.Nullable;

/**
 * What people say of customers' posts: triage learns from it. Each call is one transaction,
 * committed when it returns; then it waits a little for the brand's model to have learned, so that
 * the next similar post is decided anew. Any thread. An agent's name is 1 to 80 characters.
 *
 * <p>A token is that of the caller's claim on the conversation's case, or 0.
 */
public interface PostDesk {
  /**
   * Nobody needs help here. An open case that has no other post that needs help is closed; refused
   * while somebody else holds it or a reply is on its way.
   */
  PostResult setAside(long post, String agent, long token);

  /** The same for all of a case's posts that need help; closes the case. */
  PostResult setAsideCase(long caseId, String agent, long token);

  /** The author needs help: the case waits, opened or reopened if need be. */
  PostResult bringBack(long post, String agent);

  /** The author needs no help but deserves a word: a case is opened, ranked low, to write it. */
  PostResult thank(long post, String agent);

  /**
   * Says what a post is about.
   *
   * @param intent 1 to 80 characters, or null to leave it
   * @param problem whether it reports a problem, or null to leave it
   * @throws IllegalArgumentException with a sentence, if both are null or the intent is too long
   */
  PostResult tag(long post, String agent, @Nullable String intent, @Nullable Boolean problem);

  /** Says of a post that was drawn for the audit whether its author needed help. */
  PostResult audit(long post, String agent, boolean neededHelp);

  /** Takes back what was said last of a post, and what it did to the case. */
  PostResult undo(long post, String agent);
}
