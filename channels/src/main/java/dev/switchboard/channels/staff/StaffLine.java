package dev.switchboard.channels.staff;

import dev.switchboard.engine.people.ProfileChange;
import dev.switchboard.engine.people.Role;
import org.jspecify.annotations.Nullable;

/** One line of a file of people. */
public sealed interface StaffLine {
  /** The line of the file on which it begins, from 1. */
  long line();

  /**
   * A person.
   *
   * @param role null if the file has no such column
   * @param change what the file says of their profile; columns that it lacks change nothing
   */
  record Person(long line, String name, String login, @Nullable Role role, ProfileChange change)
      implements StaffLine {}

  /** Not a person; a sentence that says what is wrong. */
  record Bad(long line, String reason) implements StaffLine {}
}
