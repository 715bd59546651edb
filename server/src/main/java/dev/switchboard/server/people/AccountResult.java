package dev.switchboard.server.people;

import org.jspecify.annotations.Nullable;

/** What became of a change to accounts. */
public sealed interface AccountResult {
  /**
   * It is done and committed.
   *
   * @param id of the person or key
   * @param secret a link's or key's, which nobody will see again; null where there is none
   */
  record Done(long id, @Nullable String secret) implements AccountResult {}

  /** Not done; the sentence says why and what to do. */
  record Refused(String sentence) implements AccountResult {}

  /** There is no such person, key or session. */
  record NoSuch(String sentence) implements AccountResult {}
}
