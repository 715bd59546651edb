package dev.switchboard.engine.customer;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * One or more authors of a brand, held together by the joins that stand. Joins form a tree: each
 * one brought two customers together, so taking one back parts the customer in two, whatever was
 * joined after it.
 *
 * @param authors the numbers of its authors, ascending; at least one
 * @param joins the joins that stand, one fewer than authors
 */
public record Customer(NavigableSet<Long> authors, List<Join> joins) {
  /** A customer with more authors than this is no person. */
  public static final int MAX_AUTHORS = 50;

  public Customer {
    authors = Collections.unmodifiableNavigableSet(new TreeSet<>(authors));
    joins = List.copyOf(joins);
    if (authors.isEmpty() || joins.size() != authors.size() - 1) {
      throw new IllegalArgumentException(
          "%d joins don't hold %d authors together".formatted(joins.size(), authors.size()));
    }
  }

  /** An author whom nobody has joined to another. */
  public static Customer of(long author) {
    return new Customer(new TreeSet<>(Set.of(author)), List.of());
  }

  /** The authors that {@code joins} hold together with {@code author}. */
  static Customer around(long author, Collection<Join> joins) {
    NavigableSet<Long> found = new TreeSet<>(Set.of(author));
    Deque<Long> next = new ArrayDeque<>(found);
    while (!next.isEmpty()) {
      long at = next.remove();
      for (Join join : joins) {
        long far = join.author() == at ? join.other() : join.author();
        if ((join.author() == at || join.other() == at) && found.add(far)) {
          next.add(far);
        }
      }
    }
    return new Customer(
        found, joins.stream().filter(join -> found.contains(join.author())).toList());
  }

  /** Its number: that of its author with the smallest one. */
  public long id() {
    return Objects.requireNonNull(authors.first());
  }

  public boolean has(long author) {
    return authors.contains(author);
  }
}
