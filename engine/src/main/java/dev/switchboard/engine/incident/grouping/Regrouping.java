package dev.switchboard.engine.incident.grouping;

/** What became of a person's wish to merge, split or take back. */
public sealed interface Regrouping {
  /**
   * It was done.
   *
   * @param action what {@link Grouping#undo} takes back
   * @param group the group that stays
   * @param other the group that was taken in, split off, or is on its own again
   */
  record Done(long action, long group, long other) implements Regrouping {}

  /**
   * It was not, and trying again does not help.
   *
   * @param reason a sentence for people
   */
  record Refused(String reason) implements Regrouping {}
}
