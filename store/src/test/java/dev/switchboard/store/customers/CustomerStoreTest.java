package dev.switchboard.store.customers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.customer.Customer;
import dev.switchboard.engine.customer.Join;
import dev.switchboard.engine.customer.Muted;
import dev.switchboard.engine.post.Origin;
import dev.switchboard.engine.testing.Said;
import dev.switchboard.store.intake.IntakeMemory;
import dev.switchboard.store.intake.IntakeStore;
import dev.switchboard.store.testing.SpineTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Customers in the store: joined, parted, searched, muted. */
class CustomerStoreTest extends SpineTest {
  private static final Instant NOW = Said.minute(60);
  private static final String X = "memory:northwind";

  private CustomerReads reads() {
    return new CustomerReads(spine.jdbi);
  }

  private CustomerStore store() {
    spine.desk.person("ada");
    return new CustomerStore(spine.desk, spine.directory);
  }

  private long author(String name) {
    return spine.number("SELECT id FROM authors WHERE external_id = '%s'".formatted(name));
  }

  private CustomerDetail customer(String name) {
    return reads().find(author(name)).orElseThrow();
  }

  private void joined(String one, String other, long join) {
    store()
        .inTransaction(
            NOW,
            tx -> {
              KnownAuthor first = tx.find(author(one)).orElseThrow();
              KnownAuthor second = tx.find(author(other)).orElseThrow();
              Customer both = tx.customer(first.customer());
              TreeSet<Long> authors = new TreeSet<>(both.authors());
              authors.addAll(tx.customer(second.customer()).authors());
              tx.add(new Join(join, first.id(), second.id()), "ada");
              List<Join> joins = new ArrayList<>(both.joins());
              joins.addAll(tx.customer(second.customer()).joins());
              joins.add(new Join(join, first.id(), second.id()));
              tx.save(new Customer(authors, joins));
              return join;
            });
  }

  @Test
  void anAuthorIsACustomerWithAHistoryAcrossCases() {
    spine.arrive(
        Said.asks("a", 1).by("casey"), Said.replies("b", 2).to("a"), Said.asks("c", 9).by("casey"));

    CustomerDetail casey = customer("casey");
    assertThat(casey.id()).isEqualTo(author("casey"));
    AuthorRow row = casey.authors().getFirst();
    assertThat(row.network()).isEqualTo("memory");
    assertThat(row.posts()).isEqualTo(2);
    assertThat(row.firstSeen()).isEqualTo(Said.minute(1));
    assertThat(row.lastSeen()).isEqualTo(Said.minute(9));
    assertThat(row.muted()).isNull();
    assertThat(casey.cases())
        .extracting(past -> past.state() + " " + past.channel())
        .containsExactly("waiting " + X, "answered " + X);
    assertThat(reads().findByCase(casey.cases().getLast().id())).contains(casey);
    assertThat(reads().authorOf(casey.cases().getLast().id())).contains(author("casey"));
  }

  @Test
  void authorsThatAreJoinedShareTheirHistoryUntilTheyArePartedAgain() {
    spine.arrive(
        Said.asks("a", 1).by("casey"), Said.asks("d", 3).by("robin").on("other:northwind"));
    long join = store().inTransaction(NOW, CustomerTransaction::nextJoin);
    joined("robin", "casey", join);

    CustomerDetail both = customer("robin");
    assertThat(both.authors()).hasSize(2);
    assertThat(both.id()).isEqualTo(Math.min(author("robin"), author("casey")));
    assertThat(both.joins()).extracting(JoinRow::by).containsExactly("ada");
    assertThat(both.cases()).hasSize(2);
    assertThat(customer("robin")).isEqualTo(reads().find(both.authors().getFirst().id()).get());

    store()
        .inTransaction(
            NOW,
            tx -> {
              tx.find(author("robin"));
              tx.takeBack(join, "ada");
              both.authors().forEach(author -> tx.save(Customer.of(author.id())));
              return join;
            });
    assertThat(customer("robin").authors()).extracting(AuthorRow::name).containsExactly("robin");
    assertThat(customer("robin").joins()).isEmpty();
    assertThat(spine.count("customer_joins")).isEqualTo(1);
  }

  @Test
  void namesAreFoundByTheirBeginningOnAllNetworksOfTheBrand() {
    spine.arrive(
        Said.asks("a", 1).by("casey"),
        Said.asks("b", 2).by("caseyjones").on("other:northwind"),
        Said.asks("c", 3).by("@casey"),
        Said.asks("d", 4).by("acasey"),
        Said.asks("e", 5).by("casey").on("memory:southwind"));

    assertThat(reads().search("northwind", "casey"))
        .extracting(AuthorRow::name)
        .containsExactly("@casey", "casey", "caseyjones");
    assertThat(reads().search("northwind", "CASEYJ"))
        .extracting(AuthorRow::name)
        .containsExactly("caseyjones");
    assertThat(reads().search("northwind", "cas%")).isEmpty();
    assertThat(reads().search("nobody", "casey")).isEmpty();
  }

  @Test
  void whoIsMutedIsNotHeardByAnIntakeThatRemembersThem() {
    IntakeMemory memory = spine.memory();
    IntakeStore intake = spine.intake(memory);
    arrive(intake, Said.asks("a", 1).by("noisy"));
    arrive(intake, Said.asks("b", 2).by("noisy"));
    assertThat(spine.open()).hasSize(2);

    hear("noisy", new Muted("ada", NOW, false), memory);
    arrive(intake, Said.asks("c", 3).by("noisy"), Said.asks("d", 4).by("casey"));
    assertThat(spine.open()).hasSize(3);
    assertThat(spine.count("posts")).isEqualTo(4);
    AuthorRow row = customer("noisy").authors().getFirst();
    assertThat(row.muted()).isEqualTo(new Muted("ada", NOW, false));
    assertThat(spine.number("SELECT count(*) FROM posts WHERE verdict IS NULL")).isEqualTo(1);

    hear("noisy", null, memory);
    arrive(intake, Said.asks("e", 5).by("noisy"));
    assertThat(spine.open()).hasSize(4);
  }

  @Test
  void anotherProcessReadsThatSomebodyIsMuted() {
    spine.arrive(Said.asks("a", 1).by("noisy"));
    hear("noisy", new Muted("ada", NOW, true), spine.memory());
    arrive(spine.anotherIntake(), Said.asks("b", 2).by("noisy"));
    assertThat(spine.open()).hasSize(1);
  }

  @Test
  void whatWasReadBeforeSomebodyWasMutedIsNotRemembered() {
    IntakeMemory memory = spine.memory();
    IntakeStore intake = spine.intake(memory);
    arrive(intake, Said.asks("a", 1).by("noisy"));
    // The batch has read its authors when somebody is muted beside it.
    var arrivals = List.of(spine.flow.triage(Said.asks("b", 2).by("noisy").post(), Origin.LIVE));
    intake.write(
        arrivals,
        NOW,
        batch -> {
          hear("noisy", new Muted("ada", NOW, false), memory);
          return arrivals.stream().map(a -> spine.flow.accept(a, batch, NOW)).toList();
        });
    arrive(intake, Said.asks("c", 3).by("noisy"));
    assertThat(spine.open()).as("a and b, not c").hasSize(2);
  }

  @Test
  void casesThatAreAnAuthorsAloneAreTheirsToCloseAndToOpenAgain() {
    spine.arrive(
        Said.asks("a", 1).by("noisy"),
        Said.asks("b", 2).by("noisy"),
        Said.asks("c", 3).by("casey").to("b"));
    long alone = spine.number("SELECT min(id) FROM cases");
    List<Long> open = store().inTransaction(NOW, tx -> tx.casesOfAlone(author("noisy"), true, 10));
    assertThat(open).containsExactly(alone);
    assertThat(
            store()
                .<List<Long>>inTransaction(NOW, tx -> tx.casesOfAlone(author("noisy"), false, 10)))
        .isEmpty();

    spine.desk.person("ada");
    spine.act(alone, "ada", NOW, on -> spine.casework.closeAsSpam(on.file(), "ada", NOW));
    assertThat(
            store()
                .<List<Long>>inTransaction(NOW, tx -> tx.casesOfAlone(author("noisy"), false, 10)))
        .containsExactly(alone);
    assertThat(customer("noisy").cases().getLast().closeReason()).isNotNull();
  }

  private void arrive(IntakeStore into, Said... posts) {
    spine.arrive(into, Origin.LIVE, NOW, posts);
  }

  private void hear(String name, @Nullable Muted muted, IntakeMemory memory) {
    KnownAuthor known =
        store()
            .inTransaction(
                NOW,
                tx -> {
                  KnownAuthor found = tx.find(author(name)).orElseThrow();
                  tx.save(found.id(), muted);
                  return found;
                });
    memory.wasMuted(known.brandId(), known.network(), known.externalId());
  }
}
