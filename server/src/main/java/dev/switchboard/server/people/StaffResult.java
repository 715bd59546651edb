package dev.switchboard.server.people;

import java.util.List;

/**
 * What an import of people did, or would do.
 *
 * @param read lines, bad ones included
 * @param people what became of each good line, in the file's order
 * @param rejected lines that are left out
 */
public record StaffResult(int read, List<Person> people, List<Rejected> rejected) {
  public StaffResult {
    people = List.copyOf(people);
    rejected = List.copyOf(rejected);
  }

  /** What becomes of a person. */
  public enum Fate {
    ADDED,
    CHANGED,
    UNCHANGED
  }

  /**
   * One person.
   *
   * @param changed the names of the fields that change; empty for one who is added
   * @param secret of the one-time link of one who is added, which nobody will see again; empty
   *     otherwise
   */
  public record Person(
      long line, String name, String login, Fate fate, List<String> changed, String secret) {
    public Person {
      changed = List.copyOf(changed);
    }
  }

  /** A line that is left out, and why. */
  public record Rejected(long line, String reason) {}

  public long count(Fate fate) {
    return people.stream().filter(person -> person.fate() == fate).count();
  }
}
