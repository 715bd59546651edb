package dev.switchboard.engine.customer;

import dev.switchboard.engine.event.AboutCustomers;
import java.util.List;

/** What becomes of customers when a person joins them or takes a join back. */
public sealed interface CustomerDecision {
  /**
   * It is done.
   *
   * @param customers those that there are now, in place of those that there were
   */
  record Done(List<Customer> customers, AboutCustomers event) implements CustomerDecision {
    public Done {
      customers = List.copyOf(customers);
    }
  }

  /** It is not done; {@code sentence} says why and what to do. */
  record Refused(String sentence) implements CustomerDecision {}
}
