package dev.switchboard.store.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.casework.CaseDecision;
import dev.switchboard.engine.casework.CaseState;
import dev.switchboard.engine.casework.Refusal;
import dev.switchboard.engine.flow.Accepted;
import dev.switchboard.engine.post.Origin;
import dev.switchboard.engine.testing.Said;
import dev.switchboard.store.desk.OpenCase;
import dev.switchboard.store.outbox.QueuedReply;
import dev.switchboard.store.testing.SpineTest;
import dev.switchboard.store.testing.Steps;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Posts and people meet on the same cases. */
class IntakeAndDeskTest extends SpineTest {
  private static final Instant NOW = Said.minute(60);
  private static final int ROUNDS = 60;

  @Test
  void aReplyIsRefusedIfAPostWasCommittedWhileItWaited() throws Exception {
    spine.arrive(Said.asks("q", 1));
    long caseId = spine.onlyCase();
    long token = spine.claim(caseId, "ann", NOW);
    long seen = spine.row(caseId).lastPost();
    CountDownLatch decided = new CountDownLatch(1);
    CountDownLatch deskWaits = new CountDownLatch(1);
    CompletableFuture<List<Accepted>> batch =
        Steps.beside(
            () -> {
              var arrivals =
                  List.of(spine.flow.triage(Said.asks("more", 2).to("q").post(), Origin.LIVE));
              return spine.intake.write(
                  arrivals,
                  NOW,
                  open -> {
                    List<Accepted> accepted =
                        List.of(spine.flow.accept(arrivals.getFirst(), open, NOW));
                    decided.countDown();
                    Steps.await(deskWaits);
                    return accepted;
                  });
            });
    Steps.await(decided);
    CompletableFuture<CaseDecision> reply =
        Steps.beside(
            () ->
                spine.act(
                    caseId,
                    "ann",
                    NOW,
                    on -> spine.casework.reply(on.file(), on.conversation(), token, seen, 1, NOW)));
    Steps.awaitLockWait(spine.jdbi);
    deskWaits.countDown();

    assertThat(Steps.get(batch)).containsExactly(Accepted.NEW);
    long last = spine.row(caseId).lastPost();
    assertThat(last).isNotEqualTo(seen);
    assertThat(Steps.get(reply))
        .isEqualTo(new CaseDecision.Refused(new Refusal.MovedOn(seen, last)));
    assertThat(spine.row(caseId).state()).isInstanceOf(CaseState.Claimed.class);
  }

  @Test
  void postsAndPeopleNeverBlockEachOtherForGood() throws Exception {
    for (int i = 0; i < 6; i++) {
      spine.arrive(Said.asks("q" + i, 1));
    }
    List<Long> cases = spine.open().stream().map(row -> row.id()).toList();
    CompletableFuture<Integer> posting = Steps.beside(this::post);
    CompletableFuture<Integer> first = Steps.beside(() -> answer("ann", cases));
    CompletableFuture<Integer> second = Steps.beside(() -> answer("bob", cases.reversed()));

    assertThat(Steps.get(posting)).isEqualTo(ROUNDS * 6);
    assertThat(Steps.get(first) + Steps.get(second)).isGreaterThanOrEqualTo(cases.size());
    // Two who take at the same time may leave one to the next.
    spine.outbox.take("last", NOW, ROUNDS).forEach(this::ended);
    assertThat(spine.number(SENT)).isEqualTo(Steps.get(first) + Steps.get(second));
    List<Long> wrong =
        spine.jdbi.withHandle(h -> h.createQuery(WRONG_LAST_POST).mapTo(Long.class).list());
    assertThat(wrong).isEmpty();
    assertThat(spine.open()).hasSize(6);
  }

  private static final String SENT = "SELECT count(*) FROM replies WHERE status = 'sent'";

  private static final String WRONG_LAST_POST =
      """
      SELECT v.id FROM conversations v
      WHERE v.last_post <> (SELECT p.id FROM posts p WHERE p.conversation_id = v.id
                            ORDER BY p.shown_at DESC, p.id DESC LIMIT 1)
      """;

  /** A post on each case in each batch, in another order each time. */
  private Integer post() {
    int stored = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Said[] posts = new Said[6];
      for (int i = 0; i < 6; i++) {
        int to = (i + round) % 6;
        posts[i] = Said.asks("more-" + round + "-" + i, 2 + round).to("q" + to);
      }
      stored += (int) spine.arrive(posts).stream().filter(a -> a == Accepted.NEW).count();
    }
    return stored;
  }

  private Integer answer(String agent, List<Long> cases) {
    int replied = 0;
    spine.desk.person(agent);
    for (int round = 0; round < ROUNDS; round++) {
      long caseId = cases.get(round % cases.size());
      if (claimAndReply(agent, caseId)) {
        replied++;
        spine.outbox.take(agent, NOW, 1).forEach(this::ended);
      }
    }
    return replied;
  }

  private boolean claimAndReply(String agent, long caseId) {
    CaseDecision claim =
        spine.act(caseId, agent, NOW, on -> spine.casework.claim(on.file(), agent, NOW));
    if (!(claim instanceof CaseDecision.Done(var held, _))) {
      return false;
    }
    long reply = spine.desk.nextReply();
    return spine.desk.inTransaction(
        NOW,
        tx -> {
          OpenCase on = tx.find(caseId).orElseThrow();
          long seen = on.conversation().lastPost();
          CaseDecision decision =
              spine.casework.reply(on.file(), on.conversation(), held.fence(), seen, reply, NOW);
          if (decision instanceof CaseDecision.Done(var file, var events)) {
            spine.outbox.queue(tx, on, reply, agent, "hello", seen, NOW);
            tx.save(on, file, agent, events);
            return true;
          }
          return false;
        });
  }

  private void ended(QueuedReply reply) {
    spine.sent(reply, "out-" + reply.id(), NOW);
  }
}
