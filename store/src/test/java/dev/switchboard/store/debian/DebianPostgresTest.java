package dev.switchboard.store.debian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.switchboard.engine.casework.CaseState;
import dev.switchboard.engine.testing.Said;
import dev.switchboard.store.log.LogReader;
import dev.switchboard.store.log.LoggedEvent;
import dev.switchboard.store.outbox.QueuedReply;
import dev.switchboard.store.reads.CaseQuery;
import dev.switchboard.store.reads.CaseRow;
import dev.switchboard.store.reads.PostRow;
import dev.switchboard.store.testing.Spine;
import dev.switchboard.store.testing.TestDatabase;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** One case from the post to the answer, and each kind of statement, on PostgreSQL 15. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DebianPostgresTest {
  private static final Instant NOW = Said.minute(60);
  private @Nullable DebianServer server;

  @BeforeAll
  void start() throws IOException, InterruptedException {
    assumeTrue(
        DebianServer.isInstalled(),
        "PostgreSQL 15 is not at %s: install Debian's postgresql-15 to run this test"
            .formatted(DebianServer.BINARIES));
    server = DebianServer.start();
  }

  @AfterAll
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void aPostBecomesAnAnsweredCase() throws InterruptedException {
    try (TestDatabase database = fresh()) {
      assertThat(database.database().setting("server_version_num")).startsWith("15");
      Spine spine = new Spine(database);
      LogReader log = LogReader.atEnd(spine.log, 1_000, 100);

      spine.arrive(Said.asks("leaf", 9).to("middle"), Said.asks("root", 1));
      spine.arrive(Said.asks("middle", 5).to("root"), Said.asks("root", 1).editedAt(6));
      long caseId = spine.onlyCase();
      long token = spine.claim(caseId, "ann", NOW);
      assertThat(spine.desk.expired(NOW.plusSeconds(3_600), 10)).containsExactly(caseId);
      long reply = spine.reply(caseId, "ann", token, "We are on it", NOW);
      send(spine, spine.outbox.take("sender", NOW, 10));

      CaseRow row = spine.row(caseId);
      assertThat(row.state()).isEqualTo(CaseState.ANSWERED);
      assertThat(row.firstReplyAt()).isEqualTo(NOW);
      assertThat(spine.detail(caseId).posts())
          .extracting(PostRow::externalId)
          .containsExactlyInAnyOrder("root", "middle", "leaf", "out-" + reply);
      assertThat(found(spine, "on it")).containsExactly(caseId);
      assertThat(spine.reads.counts("northwind").answered()).isEqualTo(1);
      List<LoggedEvent> events = log.next();
      assertThat(events).hasSize((int) spine.count("events"));
      assertThat(events).extracting(LoggedEvent::seq).isSorted();
    }
  }

  private static List<Long> found(Spine spine, String text) {
    return spine
        .reads
        .cases(
            new CaseQuery(
                "answered",
                "northwind",
                null,
                "memory:northwind",
                text,
                CaseQuery.Order.NEWEST,
                null,
                10))
        .items()
        .stream()
        .map(CaseRow::id)
        .toList();
  }

  private static void send(Spine spine, List<QueuedReply> replies) {
    assertThat(replies).hasSize(1);
    replies.forEach(reply -> spine.sent(reply, "out-" + reply.id(), NOW));
  }

  private TestDatabase fresh() {
    if (server == null) {
      throw new IllegalStateException("not started");
    }
    return TestDatabase.on(server.server());
  }
}
