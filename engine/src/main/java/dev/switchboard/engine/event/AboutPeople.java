package dev.switchboard.engine.event;

import java.util.List;

/**
 * What became of people's accounts, for those who ask later who could do what. The actor is who did
 * it; {@code person} is whom it concerns. Never a password, a link, a key or an address.
 */
public sealed interface AboutPeople extends Event {
  /** Somebody can sign in from now on, or will once they have used their link. */
  record PersonAdded(String person, String role) implements AboutPeople {}

  /** A one-time link to choose a password was made for somebody. */
  record LinkMade(String person) implements AboutPeople {}

  record RoleChanged(String person, String from, String to) implements AboutPeople {}

  /** Somebody can't sign in any more; their sessions and keys are worth nothing. */
  record PersonDisabled(String person) implements AboutPeople {}

  record PersonEnabled(String person) implements AboutPeople {}

  record SignedIn(long session) implements AboutPeople {}

  /** A session ended; {@code reason} is one of a few words, in docs/events.md. */
  record SignedOut(long session, String person, String reason) implements AboutPeople {}

  /**
   * Somebody gave a wrong password for this account as often as it takes to shut it for a while.
   */
  record SignInShut(String person, int failures) implements AboutPeople {}

  record PasswordChanged(String person) implements AboutPeople {}

  record KeyMade(long key, String name, List<String> scopes) implements AboutPeople {
    public KeyMade {
      scopes = List.copyOf(scopes);
    }
  }

  /** Somebody chose anew how they sign, and whether everybody may read of them. */
  record IdentityChanged(String person, boolean signs, boolean publicPage) implements AboutPeople {}

  /** A brand's replies are signed or not, and everybody may read who is behind it or not. */
  record VoiceChanged(boolean signatures, boolean teamPage) implements AboutPeople {}

  record KeyRevoked(long key, String name) implements AboutPeople {}
}
