package dev.switchboard.engine.people;

import java.util.Optional;

/**
 * What one may be allowed to do. Coarse: a role is a set of these, and so are the scopes of an API
 * key. {@link #word()} is part of the contract.
 */
public enum Permission {
  /** See posts, cases, incidents and the live stream. */
  READ("read"),
  /** Send posts in, and import histories. */
  SEND_POSTS("posts"),
  /** Tell of changes to the company's systems. */
  TELL_CHANGES("changes"),
  /** Claim, answer, note, close and reopen cases. */
  WORK_CASES("work"),
  /** Say of posts whether they need help, and what they are about. */
  JUDGE_TRIAGE("judge"),
  /** Clear exceptions. */
  CLEAR_EXCEPTIONS("exceptions"),
  /** Acknowledge, resolve, merge and split incidents, and judge their causes. */
  ACT_ON_INCIDENTS("incidents"),
  /** Approve what others drafted. */
  APPROVE("approve"),
  /** Add people, give roles, disable, and see who is signed in. */
  MANAGE_PEOPLE("people"),
  /** Make and revoke API keys of one's own. */
  MANAGE_KEYS("keys"),
  /** Read the figures for Prometheus. */
  READ_METRICS("metrics"),
  /** Do in the name of any person what one may do oneself. */
  ACT_FOR_ANYONE("anyone");

  private final String word;

  Permission(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  public static Optional<Permission> find(String word) {
    for (Permission permission : values()) {
      if (permission.word.equals(word)) {
        return Optional.of(permission);
      }
    }
    return Optional.empty();
  }
}
