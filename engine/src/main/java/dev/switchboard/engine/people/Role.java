package dev.switchboard.engine.people;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a person is to the company. A person has one. {@link #word()} is part of the contract. */
public enum Role {
  /** Sees everything that agents see and changes nothing. */
  READ_ONLY("readOnly", "Read-only", EnumSet.of(Permission.READ)),
  /** Answers customers. */
  AGENT(
      "agent",
      "Agent",
      EnumSet.of(
          Permission.READ,
          Permission.WORK_CASES,
          Permission.JUDGE_TRIAGE,
          Permission.ACT_ON_INCIDENTS)),
  /** Looks after the agents: what is out of the ordinary is theirs. */
  LEAD(
      "lead",
      "Lead",
      with(
          AGENT,
          Permission.CLEAR_EXCEPTIONS,
          Permission.APPROVE,
          Permission.TAKE_OVER,
          Permission.WATCH_FLOOR,
          Permission.CERTIFY)),
  /** Answers for the desk: its inputs, its figures, its programs. */
  MANAGER(
      "manager",
      "Manager",
      with(
          LEAD,
          Permission.SEND_POSTS,
          Permission.TELL_CHANGES,
          Permission.MANAGE_BRANDS,
          Permission.MANAGE_FLOWS,
          Permission.EDIT_PROFILES,
          Permission.MANAGE_KEYS,
          Permission.READ_METRICS)),
  /** May do everything. */
  ADMINISTRATOR("administrator", "Administrator", EnumSet.allOf(Permission.class));

  private final String word;
  private final String label;
  private final Set<Permission> permissions;

  Role(String word, String label, EnumSet<Permission> permissions) {
    this.word = word;
    this.label = label;
    this.permissions = Collections.unmodifiableSet(permissions);
  }

  private static EnumSet<Permission> with(Role role, Permission... more) {
    EnumSet<Permission> all = EnumSet.copyOf(role.permissions);
    Collections.addAll(all, more);
    return all;
  }

  public String word() {
    return word;
  }

  /** How people read it. */
  public String label() {
    return label;
  }

  public Set<Permission> permissions() {
    return permissions;
  }

  public boolean may(Permission permission) {
    return permissions.contains(permission);
  }

  public static Optional<Role> find(String word) {
    for (Role role : values()) {
      if (role.word.equals(word)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
