package dev.switchboard.engine.people;

import java.util.Optional;

/**
 * What one may be allowed to do. Coarse: a role is a set of these, and so are the scopes of an API
 * key. {@link #word()} is part of the contract.
 */
public enum Permission {
  /** See posts, cases, incidents and the live stream. */
  READ("read", "see posts, cases, incidents and the stream"),
  /** Send posts in, and import histories. */
  SEND_POSTS("posts", "send posts in, import files"),
  /** Tell of changes to the company's systems. */
  TELL_CHANGES("changes", "tell of deploys and alerts"),
  /** Claim, answer, note, close and reopen cases. */
  WORK_CASES("work", "claim, answer, note and close cases"),
  /** Say of posts whether they need help, and what they are about. */
  JUDGE_TRIAGE("judge", "say what posts need and are about"),
  /** Clear exceptions. */
  CLEAR_EXCEPTIONS("exceptions", "clear exceptions"),
  /** Acknowledge, resolve, merge and split incidents, and judge their causes. */
  ACT_ON_INCIDENTS("incidents", "acknowledge, resolve, merge incidents"),
  /** Approve what others drafted. */
  APPROVE("approve", "approve what others drafted"),
  /** Take cases out of others' hands where that is left to leads. */
  TAKE_OVER("takeOver", "take cases over where only leads may"),
  /** See the floor: what waits, who works and how full they are, who waits how long. */
  WATCH_FLOOR("floor", "see the floor and its figures"),
  /** Say that volunteers can answer a topic, and correct what people say that they know. */
  CERTIFY("certify", "certify volunteers, correct what people say they know"),
  /** Say what people know, when they work and how much they hold; make teams. */
  EDIT_PROFILES("profiles", "edit profiles, make teams"),
  /** Add people, give roles, disable, and see who is signed in. */
  MANAGE_PEOPLE("people", "add people, give roles, disable"),
  /** Say how a brand appears: signed or not, and whether everybody may read who is behind it. */
  MANAGE_BRANDS("brands", "say how brands appear"),
  /** Write flows, and choose them for brands. */
  MANAGE_FLOWS("flows", "write flows, choose them for brands"),
  /** Make and revoke API keys of one's own. */
  MANAGE_KEYS("keys", "make and revoke keys"),
  /** Read the figures for Prometheus. */
  READ_METRICS("metrics", "read /metrics"),
  /** Do in the name of any person what one may do oneself. */
  ACT_FOR_ANYONE("anyone", "act in anybody's name");

  private final String word;
  private final String says;

  Permission(String word, String says) {
    this.word = word;
    this.says = says;
  }

  /** How people read it, after "may". */
  public String says() {
    return says;
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
