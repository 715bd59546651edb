package dev.switchboard.engine.customer;

import dev.switchboard.engine.event.AboutCustomers;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Joins customers and takes joins back. Which authors are together is decided by the joins that
 * stand alone, in whatever order they were made. Pure; the caller serialises what is done to the
 * customers of one brand.
 */
public final class Joining {
  private Joining() {}

  /**
   * Makes one customer of two.
   *
   * @param join its number, if it is done; author and other are each in one of the two
   */
  public static CustomerDecision join(Customer one, Customer two, Join join) {
    if (!one.has(join.author()) || !two.has(join.other())) {
      throw new IllegalArgumentException("a join must reach from one customer to the other");
    }
    if (one.has(join.other())) {
      return new CustomerDecision.Refused("These two are one customer already.");
    }
    int authors = one.authors().size() + two.authors().size();
    if (authors > Customer.MAX_AUTHORS) {
      return new CustomerDecision.Refused(
          "A customer has at most %d accounts; together these would have %d."
              .formatted(Customer.MAX_AUTHORS, authors));
    }
    NavigableSet<Long> both = new TreeSet<>(one.authors());
    both.addAll(two.authors());
    List<Join> joins = new ArrayList<>(one.joins());
    joins.addAll(two.joins());
    joins.add(join);
    Customer joined = new Customer(both, joins);
    return new CustomerDecision.Done(
        List.of(joined),
        new AboutCustomers.Joined(joined.id(), join.author(), join.other(), join.id()));
  }

  /** Takes a join back: those whom it brought together are two customers again. */
  public static CustomerDecision undo(Customer customer, long join) {
    Optional<Join> found = customer.joins().stream().filter(j -> j.id() == join).findFirst();
    if (found.isEmpty()) {
      return new CustomerDecision.Refused(
          "There is no join %d of this customer: it was taken back already, or is another's."
              .formatted(join));
    }
    List<Join> left = new ArrayList<>(customer.joins());
    left.remove(found.get());
    Customer one = Customer.around(found.get().author(), left);
    Customer two = Customer.around(found.get().other(), left);
    return new CustomerDecision.Done(
        List.of(one, two), new AboutCustomers.JoinUndone(one.id(), two.id(), join));
  }
}
