package dev.switchboard.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.casework.CaseState.Claimed;
import dev.switchboard.server.api.TestServer;
import dev.switchboard.store.reads.CaseDetail;
import dev.switchboard.store.reads.CaseReads;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.ConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many people on twenty cases, clicking as fast as they can; a hundred and sixty in the long form.
 */
class TakeoverStormTest {
  private static final boolean LONG = Boolean.getBoolean("switchboard.long");
  private static final int AGENTS = LONG ? 160 : 48;
  private static final int CASES = 20;
  private static final int CLICKS = LONG ? 20 : 3;

  private final AtomicInteger taken = new AtomicInteger();
  private final AtomicInteger replied = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicInteger fullHouse = new AtomicInteger();
  private final AtomicInteger withoutReason = new AtomicInteger();

  @Test
  void nobodyTakesWithoutAReasonAndNobodyIsAnsweredTwice(@TempDir Path folder) throws Exception {
    long seed = Long.getLong("switchboard.seed", 7);
    try (TestServer server = TestServer.start(folder, null)) {
      List<Long> cases = cases(server);
      List<Future<?>> clicks = new ArrayList<>();
      try (ExecutorService people = Executors.newFixedThreadPool(AGENTS)) {
        for (int agent = 0; agent < AGENTS; agent++) {
          Random random = new Random(seed + agent);
          String name = "agent" + agent;
          clicks.add(people.submit(() -> click(server, name, cases, random)));
        }
      }
      for (Future<?> click : clicks) {
        click.get();
      }
      for (long id : cases) {
        server.awaitCase(id, found -> !found.path("state").asString("").equals("pending"));
      }
      String story =
          "seed %d: %d taken over, %d replies, %d refused, %d tried without a reason, %d full house"
              .formatted(
                  seed,
                  taken.get(),
                  replied.get(),
                  refused.get(),
                  withoutReason.get(),
                  fullHouse.get());
      assertThat(taken.get()).as(story).isPositive();
      assertThat(replied.get()).as(story).isPositive();
      assertThat(withoutReason.get()).as(story).isPositive();

      // What its holder let go meanwhile is claimed instead.
      assertThat(count(server, TAKEN_OVER)).as(story).isBetween(1L, (long) taken.get());
      assertThat(count(server, WITHOUT_REASON)).as(story).isZero();
      assertThat(count(server, SAME_TOKEN)).as(story).isZero();
      assertThat(count(server, TWICE)).as(story).isZero();
      assertThat(server.network.sentTwice()).as(story).isZero();
      assertThat(server.network.published()).as(story).isEqualTo(replied.get());
      System.out.println(story);
    }
  }

  private static final String TAKEN_OVER =
      "SELECT count(*) FROM events WHERE type = 'case.takenOver'";

  private static final String WITHOUT_REASON =
      """
      SELECT count(*) FROM events
      WHERE type = 'case.takenOver' AND coalesce(btrim(data->>'reason'), '') = ''
      """;

  /** Every claim and every take-over has a token of its own. */
  private static final String SAME_TOKEN =
      """
      SELECT count(*) FROM (
        SELECT case_id, data->>'token' FROM events WHERE type IN ('case.claimed', 'case.takenOver')
        GROUP BY case_id, type, data->>'token' HAVING count(*) > 1) AS same
      """;

  /** Two replies that were written with sight of the same posts. */
  private static final String TWICE =
      """
      SELECT count(*) FROM (
        SELECT case_id, seen_through FROM replies
        GROUP BY case_id, seen_through HAVING count(*) > 1) AS twice
      """;

  private static List<Long> cases(TestServer server) throws Exception {
    List<Long> cases = new ArrayList<>();
    for (int i = 0; i < CASES; i++) {
      cases.add(server.newCase(TestServer.newBrand()));
    }
    return cases;
  }

  private Void click(TestServer server, String agent, List<Long> cases, Random random) {
    CaseDesk desk = server.running.switchboard().desk();
    CaseReads reads = server.running.switchboard().reads();
    for (int i = 0; i < CLICKS; i++) {
      try {
        work(desk, reads, agent, cases.get(random.nextInt(cases.size())), random);
      } catch (ConnectionException _) {
        // Over HTTP this is a 503 that says when to come back: a full house, and no harm done.
        fullHouse.incrementAndGet();
      }
    }
    return null;
  }

  private void work(CaseDesk desk, CaseReads reads, String agent, long id, Random random) {
    long seen = lastPost(reads, id);
    DeskResult held = take(desk, agent, id, random);
    if (held instanceof DeskResult.Done(var file, _) && file.state() instanceof Claimed claim) {
      reply(desk, id, claim.token(), seen);
    }
  }

  private DeskResult take(CaseDesk desk, String agent, long id, Random random) {
    DeskResult claim = desk.claim(id, agent);
    if (!(claim instanceof DeskResult.Refused)) {
      return claim;
    }
    String reason = random.nextInt(4) == 0 ? "  " : "It is urgent";
    try {
      DeskResult over = desk.takeOver(id, agent, reason);
      taken.addAndGet(over instanceof DeskResult.Done ? 1 : 0);
      return over;
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageContaining("reason");
      withoutReason.incrementAndGet();
      return claim;
    }
  }

  private void reply(CaseDesk desk, long id, long token, long seen) {
    if (desk.reply(id, "We look into it.", token, seen) instanceof DeskResult.Done) {
      replied.incrementAndGet();
    } else {
      refused.incrementAndGet();
    }
  }

  private static long lastPost(CaseReads reads, long id) {
    return reads.findCase(id).map(CaseDetail::row).orElseThrow().lastPost();
  }

  private static long count(TestServer server, String sql) {
    return server
        .running
        .switchboard()
        .database()
        .jdbi()
        .withHandle(h -> h.createQuery(sql).mapTo(long.class).one());
  }
}
