package dev.switchboard.store.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.casework.CaseDecision;
import dev.switchboard.engine.casework.CaseState;
import dev.switchboard.engine.flow.Accepted;
import dev.switchboard.engine.post.Origin;
import dev.switchboard.engine.post.Post;
import dev.switchboard.store.desk.CaseTransaction;
import dev.switchboard.store.desk.OpenCase;
import dev.switchboard.store.reads.CaseDetail;
import dev.switchboard.store.reads.PostRow;
import dev.switchboard.store.testing.Said;
import dev.switchboard.store.testing.Spine;
import dev.switchboard.store.testing.TestDatabase;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a batch of posts leaves in the database. */
class BatchTest {
  private static final Executor THREADS = Thread.ofVirtual()::start;
  private static TestDatabase database;
  private static Spine spine;

  @BeforeAll
  static void start() {
    database = TestDatabase.fresh();
    spine = new Spine(database);
  }

  @AfterEach
  void empty() {
    database.clear();
    spine = new Spine(database);
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @Test
  void anEditInTheSameBatchAsItsPostIsKept() {
    spine.arrive(Said.asks("q", 1), Said.asks("q", 1).saying("help, edited").editedAt(5));

    PostRow post = spine.detail(spine.onlyCase()).posts().getFirst();
    assertThat(post.text()).isEqualTo("help, edited");
    assertThat(post.editedAt()).isEqualTo(Said.minute(5));
    assertThat(spine.count("post_revisions")).isEqualTo(1);
  }

  @Test
  void aDeletionInTheSameBatchAsItsPostIsKept() {
    spine.arrive(Said.asks("q", 1), Said.asks("q", 1).deletedAt(5));

    PostRow post = spine.detail(spine.onlyCase()).posts().getFirst();
    assertThat(post.text()).isEmpty();
    assertThat(post.deletedAt()).isEqualTo(Said.minute(5));
  }

  @Test
  void aCaseThatIsClaimedWhileABatchWaitsForItStaysClaimed() throws Exception {
    spine.arrive(Said.asks("q", 1));
    long caseId = spine.onlyCase();
    spine.desk.person("ann");
    CountDownLatch locked = new CountDownLatch(1);
    CountDownLatch batchWaits = new CountDownLatch(1);
    CompletableFuture<Void> claiming =
        CompletableFuture.runAsync(
            () ->
                spine.desk.useTransaction(
                    Said.minute(10),
                    tx -> {
                      OpenCase on = tx.find(caseId).orElseThrow();
                      locked.countDown();
                      await(batchWaits);
                      claim(tx, on);
                    }),
            THREADS);
    await(locked);
    CompletableFuture<List<Accepted>> batch =
        CompletableFuture.supplyAsync(() -> spine.arrive(Said.asks("more", 11).to("q")), THREADS);
    awaitSomebodyWaitingForALock();
    batchWaits.countDown();

    claiming.get(10, TimeUnit.SECONDS);
    assertThat(batch.get(10, TimeUnit.SECONDS)).containsExactly(Accepted.NEW);
    CaseDetail detail = spine.detail(caseId);
    assertThat(detail.row().state()).isInstanceOf(CaseState.Claimed.class);
    assertThat(detail.posts()).extracting(PostRow::externalId).containsExactly("q", "more");
  }

  @Test
  void theBrandThatAPostNamesIsTheBrandOfANewChannel() {
    var named = Said.asks("q", 1).post();
    var post =
        new Post(
            named.externalId(),
            named.channel(),
            "Northwind Air",
            named.author(),
            named.text(),
            named.createdAt(),
            named.direction(),
            named.kind(),
            null,
            null,
            null,
            null,
            named.change(),
            null);
    var arrivals = List.of(spine.flow.triage(post, Origin.LIVE));
    spine.intake.write(
        arrivals,
        Said.minute(60),
        batch -> List.of(spine.flow.accept(arrivals.getFirst(), batch, Said.minute(60))));

    assertThat(spine.reads.brands()).containsExactly("Northwind Air");
  }

  @Test
  void aBatchThatFailsLeavesNoTraceAndItsNewChannelCanBeUsedLater() {
    var arrivals = List.of(spine.flow.triage(Said.asks("q", 1).post(), Origin.LIVE));
    try {
      spine.intake.write(
          arrivals,
          Said.minute(60),
          batch -> {
            throw new IllegalStateException("something else is wrong");
          });
    } catch (IllegalStateException expected) {
      assertThat(expected).hasMessageContaining("something else");
    }
    assertThat(spine.count("posts")).isZero();

    spine.arrive(Said.asks("q", 1));
    assertThat(spine.row(spine.onlyCase()).channel()).isEqualTo("memory:northwind");
  }

  private static void claim(CaseTransaction tx, OpenCase on) {
    if (spine.casework.claim(on.file(), "ann", Said.minute(10))
        instanceof CaseDecision.Done(var file, var events)) {
      tx.save(on, file, "ann", events);
    }
  }

  /** A bounded wait until some transaction of this database waits for another's lock. */
  private static void awaitSomebodyWaitingForALock() {
    for (int looks = 0; looks < 2_000; looks++) {
      boolean waits =
          spine.jdbi.withHandle(
              h ->
                  h.createQuery(
                          """
                          SELECT pg_sleep(.005) IS NOT NULL AND EXISTS (SELECT FROM pg_stat_activity
                          WHERE datname = current_database() AND wait_event_type = 'Lock')
                          """)
                      .mapTo(boolean.class)
                      .one());
      if (waits) {
        return;
      }
    }
    throw new AssertionError("nobody waits for a lock");
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(10, TimeUnit.SECONDS)) {
        throw new AssertionError("waited for 10 s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
