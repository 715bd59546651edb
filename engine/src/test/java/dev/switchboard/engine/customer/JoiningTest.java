package dev.switchboard.engine.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.event.AboutCustomers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

class JoiningTest {
  private static final int AUTHORS = 8;

  @Test
  void whoIsJoinedIsOneCustomerUntilItIsTakenBack() {
    Customer casey = Customer.of(7);
    Customer robin = Customer.of(3);
    var joined = (CustomerDecision.Done) Joining.join(casey, robin, new Join(1, 7, 3));
    Customer both = joined.customers().getFirst();
    assertThat(both.authors()).containsExactly(3L, 7L);
    assertThat(joined.event()).isEqualTo(new AboutCustomers.Joined(3, 7, 3, 1));

    var undone = (CustomerDecision.Done) Joining.undo(both, 1);
    assertThat(undone.customers()).containsExactly(casey, robin);
    assertThat(undone.event()).isEqualTo(new AboutCustomers.JoinUndone(7, 3, 1));
  }

  @Test
  void whoIsOneCustomerIsNotJoinedAgainAndWhatIsTakenBackIsNotTakenBackAgain() {
    Customer both = one(Joining.join(Customer.of(1), Customer.of(2), new Join(1, 1, 2)));
    assertThat(Joining.join(both, both, new Join(2, 2, 1)))
        .isEqualTo(new CustomerDecision.Refused("These two are one customer already."));
    assertThat(Joining.undo(both, 2)).isInstanceOf(CustomerDecision.Refused.class);
  }

  @Test
  void aCustomerHasNoMoreAccountsThanAPerson() {
    Customer many = Customer.of(1);
    for (long n = 2; n <= Customer.MAX_AUTHORS; n++) {
      many = one(Joining.join(many, Customer.of(n), new Join(n, 1, n)));
    }
    assertThat(Joining.join(many, Customer.of(99), new Join(99, 1, 99)))
        .isInstanceOf(CustomerDecision.Refused.class);
  }

  /** What a person does: joins two authors, or takes the join of that number back. */
  sealed interface Act {
    record Joins(long author, long other) implements Act {}

    record Undoes(int nth) implements Act {}
  }

  @Property(tries = 500)
  void whoIsTogetherIsDecidedByTheJoinsThatStandAlone(@ForAll("acts") List<Act> acts) {
    Company company = new Company();
    acts.forEach(company::act);
    assertThat(company.together()).isEqualTo(together(company.standing.values()));
  }

  @Property(tries = 500)
  void undoingAJoinIsAsIfItHadNeverBeenWhateverCameAfterIt(@ForAll("acts") List<Act> acts) {
    Company company = new Company();
    acts.forEach(company::act);
    for (Join join : List.copyOf(company.standing.values())) {
      List<Join> others = new ArrayList<>(company.standing.values());
      others.remove(join);
      Company without = company.copy();
      without.undo(join.id());
      assertThat(without.together()).as("without %s", join).isEqualTo(together(others));
    }
  }

  @Property(tries = 200)
  void undoingAllInAnyOrderLeavesEverybodyAlone(@ForAll("acts") List<Act> acts) {
    Company company = new Company();
    acts.forEach(company::act);
    List.copyOf(company.standing.keySet()).forEach(company::undo);
    assertThat(company.together()).allMatch(authors -> authors.size() == 1);
  }

  @Provide
  Arbitrary<List<Act>> acts() {
    Arbitrary<Long> author = Arbitraries.longs().between(1, AUTHORS);
    Arbitrary<Act> joins =
        Combinators.combine(author, author)
            .filter((a, b) -> !a.equals(b))
            .as((a, b) -> new Act.Joins(a, b));
    Arbitrary<Act> undoes = Arbitraries.integers().between(0, 9).map(Act.Undoes::new);
    return Arbitraries.frequencyOf(Tuple.of(3, joins), Tuple.of(1, undoes)).list().ofMaxSize(20);
  }

  /** Customers as a store keeps them. */
  private static final class Company {
    final Map<Long, Customer> of = new HashMap<>();
    final Map<Long, Join> standing = new LinkedHashMap<>();
    long joins;

    Company() {
      for (long author = 1; author <= AUTHORS; author++) {
        of.put(author, Customer.of(author));
      }
    }

    Company copy() {
      Company copy = new Company();
      copy.of.putAll(of);
      copy.standing.putAll(standing);
      return copy;
    }

    void act(Act act) {
      switch (act) {
        case Act.Joins(var author, var other) -> {
          Join join = new Join(++joins, author, other);
          if (Joining.join(customer(author), customer(other), join)
              instanceof CustomerDecision.Done d) {
            standing.put(join.id(), join);
            keep(d);
          }
        }
        case Act.Undoes(var nth) -> {
          if (nth < standing.size()) {
            undo(List.copyOf(standing.keySet()).get(nth));
          }
        }
      }
    }

    void undo(long join) {
      Join gone = Objects.requireNonNull(standing.remove(join));
      keep((CustomerDecision.Done) Joining.undo(customer(gone.author()), join));
    }

    private Customer customer(long author) {
      return Objects.requireNonNull(of.get(author));
    }

    private void keep(CustomerDecision.Done done) {
      done.customers().forEach(c -> c.authors().forEach(author -> of.put(author, c)));
    }

    Set<Set<Long>> together() {
      Set<Set<Long>> all = new HashSet<>();
      of.values().forEach(customer -> all.add(new TreeSet<>(customer.authors())));
      return all;
    }
  }

  /** The same by hand: sets that touch become one. */
  private static Set<Set<Long>> together(Collection<Join> joins) {
    Set<Set<Long>> sets = new HashSet<>();
    for (long author = 1; author <= AUTHORS; author++) {
      sets.add(new TreeSet<>(Set.of(author)));
    }
    for (Join join : joins) {
      Set<Long> merged = new TreeSet<>();
      sets.removeIf(
          set -> (set.contains(join.author()) || set.contains(join.other())) && merged.addAll(set));
      sets.add(merged);
    }
    return sets;
  }

  private static Customer one(CustomerDecision decision) {
    return ((CustomerDecision.Done) decision).customers().getFirst();
  }
}
