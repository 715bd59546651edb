package dev.switchboard.server.desk;

import dev.switchboard.engine.casework.CaseDecision;
import dev.switchboard.engine.casework.Casework;
import dev.switchboard.engine.customer.Customer;
import dev.switchboard.engine.customer.CustomerDecision;
import dev.switchboard.engine.customer.Hearing;
import dev.switchboard.engine.customer.Join;
import dev.switchboard.engine.customer.Joining;
import dev.switchboard.engine.event.AboutCustomers;
import dev.switchboard.store.customers.CustomerStore;
import dev.switchboard.store.customers.CustomerTransaction;
import dev.switchboard.store.customers.KnownAuthor;
import dev.switchboard.store.desk.DeskStore;
import dev.switchboard.store.desk.OpenCase;
import dev.switchboard.store.intake.IntakeMemory;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Carries out what people say of customers and authors: locks the brand's customers, lets the
 * engine decide, saves, commits, and tells intake who is heard. Any thread. Names are 1 to 80
 * characters; an unknown one becomes a person.
 */
public final class CustomerDesk {
  /** A spammer with more open cases than this is marked again for the rest. */
  private static final int MAX_CASES = 200;

  private final CustomerStore store;
  private final DeskStore people;
  private final Casework casework;
  private final IntakeMemory memory;
  private final InstantSource clock;
  private final Runnable committed;

  /**
   * @param committed called after each commit
   */
  public CustomerDesk(
      CustomerStore store,
      DeskStore people,
      Casework casework,
      IntakeMemory memory,
      InstantSource clock,
      Runnable committed) {
    this.store = store;
    this.people = people;
    this.casework = casework;
    this.memory = memory;
    this.clock = clock;
    this.committed = committed;
  }

  /** Two authors of a brand, and all who were joined to either, are one customer from now on. */
  public CustomerResult join(long author, long other, String by) {
    return act(
        author,
        by,
        (tx, known) -> {
          if (author == other) {
            return new CustomerResult.Refused("These two are one customer already.");
          }
          Optional<KnownAuthor> second = tx.find(other);
          if (second.isEmpty()) {
            return noSuch(other);
          } else if (second.get().brandId() != known.brandId()) {
            return new CustomerResult.Refused("Only authors of one brand are joined.");
          }
          Customer one = tx.customer(known.customer());
          Customer two = tx.customer(second.get().customer());
          // A number that is drawn and not used is no loss.
          Join join = new Join(tx.nextJoin(), author, other);
          return switch (Joining.join(one, two, join)) {
            case CustomerDecision.Refused(var sentence) -> new CustomerResult.Refused(sentence);
            case CustomerDecision.Done(var customers, var event) -> {
              tx.add(join, by);
              yield saved(tx, known, by, customers, event);
            }
          };
        });
  }

  /**
   * Takes a join of an author's customer back.
   *
   * @param join null for the last one
   */
  public CustomerResult undo(long author, @Nullable Long join, String by) {
    return act(
        author,
        by,
        (tx, known) -> {
          Customer customer = tx.customer(known.customer());
          if (customer.joins().isEmpty()) {
            return new CustomerResult.Refused("Nobody is joined to this customer.");
          }
          long which = join == null ? customer.joins().getLast().id() : join;
          return switch (Joining.undo(customer, which)) {
            case CustomerDecision.Refused(var sentence) -> new CustomerResult.Refused(sentence);
            case CustomerDecision.Done(var customers, var event) -> {
              tx.takeBack(which, by);
              yield saved(tx, known, by, customers, event);
            }
          };
        });
  }

  private static CustomerResult saved(
      CustomerTransaction tx,
      KnownAuthor on,
      String by,
      List<Customer> customers,
      AboutCustomers event) {
    customers.forEach(tx::save);
    tx.record(on.brandId(), by, event);
    long now = customers.stream().filter(c -> c.has(on.id())).findFirst().orElseThrow().id();
    return new CustomerResult.Done(now, 0, 0);
  }

  /** The author's later posts open no case. */
  public CustomerResult mute(long author, String by) {
    return hear(
        author,
        by,
        (tx, known) -> {
          save(tx, known, by, Hearing.mute(author, known.muted(), by, clock.instant()));
          return new CustomerResult.Done(known.customer(), 0, 0);
        });
  }

  /** The author is no customer: muted, and the cases that are theirs alone are closed. */
  public CustomerResult spam(long author, String by) {
    Instant now = clock.instant();
    return hear(
        author,
        by,
        (tx, known) -> {
          // Cases before authors, as intake locks them.
          List<Long> cases = tx.casesOfAlone(author, true, MAX_CASES);
          int closed = count(tx, cases, by, on -> casework.closeAsSpam(on.file(), by, now));
          save(tx, known, by, Hearing.spam(author, known.muted(), by, now));
          return new CustomerResult.Done(known.customer(), closed, cases.size() - closed);
        });
  }

  /** The author is heard again; cases that were closed as spam wait again. */
  public CustomerResult unmute(long author, String by) {
    return hear(
        author,
        by,
        (tx, known) -> {
          boolean wasSpam = known.muted() != null && known.muted().spam();
          List<Long> cases = wasSpam ? tx.casesOfAlone(author, false, MAX_CASES) : List.of();
          int opened = count(tx, cases, by, on -> casework.reopen(on.file(), on.openCase()));
          save(tx, known, by, Hearing.unmute(author, known.muted()));
          return new CustomerResult.Done(known.customer(), opened, cases.size() - opened);
        });
  }

  private static void save(
      CustomerTransaction tx, KnownAuthor on, String by, Hearing.Decided decided) {
    if (!decided.events().isEmpty()) {
      tx.save(on.id(), decided.muted());
      decided.events().forEach(event -> tx.record(on.brandId(), by, event));
    }
  }

  /** Acts on each case; how many let it be done to them. */
  private static int count(
      CustomerTransaction tx,
      List<Long> cases,
      String by,
      Function<OpenCase, CaseDecision> action) {
    int done = 0;
    for (long id : cases) {
      OpenCase on = tx.cases().find(id).orElseThrow();
      if (action.apply(on) instanceof CaseDecision.Done(var file, var events)) {
        tx.cases().save(on, file, by, events);
        done++;
      }
    }
    return done;
  }

  private interface Action {
    CustomerResult on(CustomerTransaction tx, KnownAuthor author);
  }

  /** An action that changes who is heard: intake must know once it is committed. */
  private CustomerResult hear(long author, String by, Action action) {
    List<KnownAuthor> found = new ArrayList<>(1);
    CustomerResult result =
        act(
            author,
            by,
            (tx, known) -> {
              found.add(known);
              return action.on(tx, known);
            });
    if (result instanceof CustomerResult.Done) {
      found.forEach(a -> memory.wasMuted(a.brandId(), a.network(), a.externalId()));
    }
    return result;
  }

  private CustomerResult act(long author, String by, Action action) {
    people.person(Texts.name(by));
    CustomerResult result =
        store.inTransaction(
            clock.instant(),
            tx -> tx.find(author).map(known -> action.on(tx, known)).orElse(noSuch(author)));
    if (result instanceof CustomerResult.Done) {
      committed.run();
    }
    return result;
  }

  private static CustomerResult noSuch(long author) {
    return new CustomerResult.NoSuch("There is no author %d.".formatted(author));
  }
}
