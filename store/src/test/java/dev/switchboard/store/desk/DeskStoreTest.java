package dev.switchboard.store.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.casework.CaseDecision;
import dev.switchboard.engine.casework.CasePolicy;
import dev.switchboard.engine.casework.CaseState;
import dev.switchboard.engine.casework.Refusal;
import dev.switchboard.engine.event.CloseReason;
import dev.switchboard.engine.event.Event;
import dev.switchboard.engine.event.ExceptionKind;
import dev.switchboard.engine.event.NewEvent;
import dev.switchboard.engine.post.Origin;
import dev.switchboard.engine.testing.Said;
import dev.switchboard.store.desk.CaseTransaction.Raised;
import dev.switchboard.store.log.LoggedEvent;
import dev.switchboard.store.reads.CaseDetail;
import dev.switchboard.store.reads.ExceptionRow;
import dev.switchboard.store.testing.SpineTest;
import dev.switchboard.store.testing.Steps;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people do with cases, and what the database keeps of it. */
class DeskStoreTest extends SpineTest {
  private static final Instant NOW = Said.minute(60);
  private static final Duration LEASE = CasePolicy.DEFAULT.lease();
  private long caseId;

  @BeforeEach
  void oneCase() {
    spine.arrive(Said.asks("q", 1));
    caseId = spine.onlyCase();
  }

  @Test
  void aCaseIsReadWithWhatAnActionLooksAt() {
    OpenCase on = spine.desk.inTransaction(NOW, tx -> tx.find(caseId).orElseThrow());

    assertThat(on.file().state()).isEqualTo(CaseState.WAITING);
    assertThat(on.file().askedAt()).isEqualTo(Said.minute(1));
    assertThat(on.conversation().lastPost()).isEqualTo(spine.row(caseId).lastPost());
    assertThat(on.conversation().lastHelpAt()).isEqualTo(Said.minute(1));
    assertThat(on.channel()).hasToString("memory:northwind");
    assertThat(on.openCase()).isEqualTo(caseId);
    Optional<OpenCase> none = spine.desk.inTransaction(NOW, tx -> tx.find(caseId + 999));
    assertThat(none).isEmpty();
  }

  @Test
  void aClaimIsKeptWithItsTokenAndItsEnd() {
    long token = spine.claim(caseId, "ann", NOW);

    assertThat(spine.row(caseId).state())
        .isEqualTo(new CaseState.Claimed("ann", token, NOW.plus(LEASE)));
    assertThat(spine.history(caseId)).endsWith("case.claimed");
    assertThat(lastEvent().actor()).isEqualTo("ann");
    assertThat(lastEvent().at()).isEqualTo(NOW);
    assertThat(lastEvent().brand()).isEqualTo("northwind");
    assertThat(lastEvent().dataJson())
        .isEqualTo("{\"token\": 1, \"expiresAt\": \"2026-01-05T09:02:00Z\"}");
  }

  @Test
  void aHeartbeatProlongsTheClaimAndKeepsItsBeginning() {
    long token = spine.claim(caseId, "ann", NOW);
    Instant later = NOW.plusSeconds(30);
    spine.act(caseId, "ann", later, on -> spine.casework.heartbeat(on.file(), token, later));

    assertThat(spine.row(caseId).state())
        .isEqualTo(new CaseState.Claimed("ann", token, later.plus(LEASE)));
    assertThat(claimedAt()).isEqualTo(NOW);
  }

  @Test
  void aTransferIsANewClaim() {
    long token = spine.claim(caseId, "ann", NOW);
    spine.desk.person("bob");
    Instant later = NOW.plusSeconds(30);
    spine.act(caseId, "ann", later, on -> spine.casework.transfer(on.file(), token, "bob", later));

    assertThat(spine.row(caseId).state())
        .isEqualTo(new CaseState.Claimed("bob", token + 1, later.plus(LEASE)));
    assertThat(claimedAt()).isEqualTo(later);
    assertThat(spine.history(caseId)).endsWith("case.transferred", "case.claimed");
  }

  @Test
  void aReleasedCaseWaitsAndTheNextTokenIsLarger() {
    long token = spine.claim(caseId, "ann", NOW);
    spine.act(
        caseId, "ann", NOW, on -> spine.casework.release(on.file(), on.conversation(), token, NOW));

    assertThat(spine.row(caseId).state()).isEqualTo(CaseState.WAITING);
    assertThat(spine.count("claims")).isZero();
    assertThat(spine.claim(caseId, "bob", NOW)).isGreaterThan(token);
  }

  @Test
  void claimsThatRanOutAreFoundOldestFirst() {
    spine.arrive(Said.asks("r", 2));
    long other = spine.open().stream().map(r -> r.id()).filter(id -> id != caseId).findAny().get();
    spine.claim(other, "ann", NOW);
    spine.claim(caseId, "bob", NOW.plusSeconds(1));

    assertThat(spine.desk.expired(NOW.plus(LEASE).minusSeconds(1), 10)).isEmpty();
    assertThat(spine.desk.expired(NOW.plus(LEASE), 10)).containsExactly(other);
    assertThat(spine.desk.expired(NOW.plus(LEASE).plusSeconds(1), 10))
        .containsExactly(other, caseId);
    assertThat(spine.desk.expired(NOW.plus(LEASE).plusSeconds(1), 1)).containsExactly(other);
  }

  @Test
  void aClosedCaseIsReopened() {
    spine.act(caseId, "ann", NOW, on -> spine.casework.close(on.file(), 0, NOW));
    assertThat(spine.row(caseId).state()).isEqualTo(new CaseState.Closed(CloseReason.DONE, NOW));

    spine.act(caseId, "ann", NOW, on -> spine.casework.reopen(on.file(), on.openCase()));
    assertThat(spine.row(caseId).state()).isEqualTo(CaseState.WAITING);
  }

  @Test
  void aCaseWhoseConversationGoesOnInAnotherIsNotReopened() {
    spine.act(caseId, "ann", NOW, on -> spine.casework.close(on.file(), 0, NOW));
    Instant later = NOW.plus(Duration.ofDays(30));
    spine.arrive(Origin.LIVE, later, Said.asks("again", 43_000).to("q"));
    long second = spine.onlyCase();

    CaseDecision decision =
        spine.act(caseId, "ann", later, on -> spine.casework.reopen(on.file(), on.openCase()));
    assertThat(decision).isEqualTo(new CaseDecision.Refused(new Refusal.GoesOnElsewhere(second)));
  }

  @Test
  void aNoteIsForColleagues() {
    spine.desk.person("ann");
    spine.desk.useTransaction(
        NOW,
        tx -> {
          OpenCase on = tx.find(caseId).orElseThrow();
          tx.addNote(caseId, "ann", "Knows our \"chief\" 👑");
          tx.record(
              new NewEvent(caseId, null, "ann", new Event.NoteAdded("Knows our \"chief\" 👑")),
              on.brandId());
        });

    CaseDetail detail = spine.detail(caseId);
    assertThat(detail.notes())
        .singleElement()
        .satisfies(
            note -> {
              assertThat(note.agent()).isEqualTo("ann");
              assertThat(note.text()).isEqualTo("Knows our \"chief\" 👑");
              assertThat(note.at()).isEqualTo(NOW);
            });
    assertThat(lastEvent().dataJson()).isEqualTo("{\"text\": \"Knows our \\\"chief\\\" 👑\"}");
  }

  @Test
  void anExceptionIsRaisedSeenAndClearedOnce() {
    spine.desk.useTransaction(
        NOW,
        tx ->
            tx.raise(
                tx.find(caseId).orElseThrow(), null, ExceptionKind.SEND_FAILED, "no such post"));
    ExceptionRow row = spine.detail(caseId).exceptions().getFirst();
    assertThat(row.reason()).isEqualTo("no such post");
    assertThat(row.raisedAt()).isEqualTo(NOW);
    assertThat(spine.row(caseId).exceptions()).isEqualTo(1);
    assertThat(spine.desk.caseOf(row.id())).contains(caseId);
    assertThat(spine.desk.caseOf(row.id() + 1)).isEmpty();

    assertThat(clear(row.id())).isTrue();
    assertThat(clear(row.id())).isFalse();
    assertThat(spine.detail(caseId).exceptions()).isEmpty();
    assertThat(spine.history(caseId)).endsWith("exception.raised", "exception.cleared");
  }

  private boolean clear(long exception) {
    spine.desk.person("ann");
    return spine.desk.inTransaction(
        NOW,
        tx -> {
          OpenCase on = tx.find(caseId).orElseThrow();
          var found = tx.findException(exception);
          found.ifPresent(
              raised -> {
                assertThat(raised)
                    .isEqualTo(new Raised(exception, caseId, null, ExceptionKind.SEND_FAILED));
                tx.clear(on, raised, "ann", "give_up");
              });
          return found.isPresent();
        });
  }

  @Test
  void ofTwoHundredWhoClaimAtOnceOneWins() throws Exception {
    List<CompletableFuture<CaseDecision>> claims = new ArrayList<>();
    // As many as the pool has: on a slow machine, who waits for a connection gives up in the end.
    Semaphore connections = new Semaphore(24);
    for (int i = 0; i < 200; i++) {
      String agent = "agent " + i;
      claims.add(
          Steps.beside(
              () -> {
                connections.acquire();
                try {
                  return spine.act(
                      caseId, agent, NOW, on -> spine.casework.claim(on.file(), agent, NOW));
                } finally {
                  connections.release();
                }
              }));
    }
    List<String> winners = new ArrayList<>();
    List<String> heldBy = new ArrayList<>();
    for (CompletableFuture<CaseDecision> claim : claims) {
      switch (Steps.get(claim)) {
        case CaseDecision.Done(var file, _)
            when file.state() instanceof CaseState.Claimed(var agent, _, _, _) ->
            winners.add(agent);
        case CaseDecision.Refused(Refusal.Held(var agent, _)) -> heldBy.add(agent);
        case CaseDecision.Done _, CaseDecision.Refused _ -> throw new AssertionError();
      }
    }
    assertThat(winners).hasSize(1);
    assertThat(heldBy).hasSize(199).containsOnly(winners.getFirst());
    assertThat(spine.count("claims")).isEqualTo(1);
    assertThat(spine.history(caseId)).containsOnlyOnce("case.claimed");
  }

  @Test
  void whoeverWinsTokensAreNeverGivenTwice() throws Exception {
    List<CompletableFuture<List<Long>>> agents = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String agent = "agent " + i;
      agents.add(Steps.beside(() -> claimAndRelease(agent)));
    }
    List<Long> tokens = new ArrayList<>();
    for (CompletableFuture<List<Long>> agent : agents) {
      tokens.addAll(Steps.get(agent));
    }
    assertThat(tokens).isNotEmpty().doesNotHaveDuplicates();
  }

  private List<Long> claimAndRelease(String agent) {
    List<Long> tokens = new ArrayList<>();
    for (int round = 0; round < 20; round++) {
      CaseDecision decision =
          spine.act(caseId, agent, NOW, on -> spine.casework.claim(on.file(), agent, NOW));
      if (decision instanceof CaseDecision.Done(var file, _)) {
        long token = file.fence();
        tokens.add(token);
        spine.act(
            caseId,
            agent,
            NOW,
            on -> spine.casework.release(on.file(), on.conversation(), token, NOW));
      }
    }
    return tokens;
  }

  private LoggedEvent lastEvent() {
    return spine.log.ofCase(caseId, 1000).getLast();
  }

  private Instant claimedAt() {
    return spine.jdbi.withHandle(
        h -> h.createQuery("SELECT claimed_at FROM claims").mapTo(Instant.class).one());
  }
}
