package dev.switchboard.store.people;

import java.util.List;

/**
 * Who is there, or holds a case.
 *
 * @param some those who work first, then by name; at most as many as were asked for
 * @param people how many there are
 * @param working how many of them work, and {@code away} how many will be back soon
 * @param absent how many are neither and hold a case all the same
 */
public record PeopleAtWork(List<PersonAtWork> some, int people, int working, int away, int absent) {
  public static final PeopleAtWork NOBODY = new PeopleAtWork(List.of(), 0, 0, 0, 0);

  public PeopleAtWork {
    some = List.copyOf(some);
  }
}
