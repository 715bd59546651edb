package dev.switchboard.server.people;

import java.time.Instant;

/** What became of a try to sign in, or to choose a password. */
public sealed interface SignInResult {
  /**
   * A new session.
   *
   * @param token what its browser must show; nobody will see it again
   */
  record Done(String token, String name) implements SignInResult {}

  /** Login or password are wrong, or the account can't be used; which, is not said. */
  record Wrong() implements SignInResult {}

  /** Too many tries; worth another one then. */
  record Shut(Instant until) implements SignInResult {}

  /** The new password, name or login won't do, or the link does not work any more. */
  record Refused(String sentence) implements SignInResult {}
}
