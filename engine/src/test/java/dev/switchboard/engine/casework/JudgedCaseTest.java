package dev.switchboard.engine.casework;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.conversation.Conversation;
import dev.switchboard.engine.event.CloseReason;
import dev.switchboard.engine.event.Event;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of a case when a person says that its post needs help, or that it does not. */
class JudgedCaseTest {
  private static final Instant ASKED = Instant.parse("2026-01-05T08:00:00Z");
  private static final Instant NOW = ASKED.plus(Duration.ofHours(1));
  private final Casework casework = new Casework(CasePolicy.DEFAULT);

  @Test
  void aWaitingCaseThatIsSetAsideIsClosedForThatReason() {
    CaseDecision.Done done = done(casework.setAside(waiting(), 0, NOW));

    assertThat(done.file().state()).isEqualTo(new CaseState.Closed(CloseReason.SET_ASIDE, NOW));
    assertThat(done.events()).containsExactly(new Event.CaseClosed(CloseReason.SET_ASIDE));
  }

  @Test
  void whoHoldsACaseSetsItAsideAndNobodyElse() {
    CaseFile held = done(casework.claim(waiting(), "ann", NOW)).file();

    assertThat(casework.setAside(held, 0, NOW))
        .isInstanceOfSatisfying(
            CaseDecision.Refused.class,
            r -> assertThat(r.refusal()).isInstanceOf(Refusal.Held.class));
    assertThat(done(casework.setAside(held, held.fence(), NOW)).file().state().isOpen()).isFalse();
    Instant expired = NOW.plus(CasePolicy.DEFAULT.lease());
    assertThat(done(casework.setAside(held, 0, expired)).file().state().isOpen()).isFalse();
  }

  @Test
  void aPostWithoutACaseThatNeedsHelpGetsOne() {
    CaseDecision.Done done = bringBack(null, true, NOW);

    assertThat(done.file().id()).isEqualTo(77);
    assertThat(done.file().state()).isEqualTo(CaseState.WAITING);
    assertThat(done.file().askedAt()).isEqualTo(ASKED);
    assertThat(done.events()).containsExactly(new Event.CaseOpened(ASKED, false, false));
  }

  @Test
  void aPostThatOnlyDeservesAWordGetsACaseThatIsRankedLow() {
    assertThat(bringBack(null, false, NOW).file().rankedLow()).isTrue();
  }

  @Test
  void anOpenCaseThatIsRankedLowIsRankedLikeOthersFromThenOn() {
    CaseDecision.Done done = bringBack(waiting(), true, NOW);

    assertThat(done.file().rankedLow()).isFalse();
    assertThat(done.events()).isEmpty();
  }

  @Test
  void aCaseThatWasSetAsideIsReopenedAndALongClosedOneLeftAlone() {
    CaseFile closed = done(casework.setAside(waiting(), 0, NOW)).file();

    CaseDecision.Done soon = bringBack(closed, true, NOW.plusSeconds(60));
    assertThat(soon.file().id()).isEqualTo(closed.id());
    assertThat(soon.events()).containsExactly(new Event.CaseReopened(false));

    CaseDecision.Done late = bringBack(closed, true, NOW.plus(Duration.ofDays(8)));
    assertThat(late.file().id()).isEqualTo(77);
  }

  @Test
  void whatWasOpenedByMistakeIsTakenBackUntilSomebodyWorksOnIt() {
    CaseFile held = done(casework.claim(waiting(), "ann", NOW)).file();

    assertThat(done(casework.takeBack(waiting(), NOW)).file().state().isOpen()).isFalse();
    assertThat(casework.takeBack(held, NOW)).isInstanceOf(CaseDecision.Refused.class);
    assertThat(casework.takeBack(waiting().withState(CaseState.ANSWERED), NOW))
        .isInstanceOf(CaseDecision.Refused.class);
  }

  private CaseDecision.Done bringBack(@Nullable CaseFile latest, boolean help, Instant now) {
    Conversation conversation = new Conversation(5, 9, ASKED, ASKED, help ? ASKED : null, null);
    return casework.bringBack(latest, conversation, ASKED, help, now, () -> 77);
  }

  private static CaseFile waiting() {
    return new CaseFile(7, 5, CaseState.WAITING, 0, ASKED, ASKED, null, true);
  }

  private static CaseDecision.Done done(CaseDecision decision) {
    assertThat(decision).isInstanceOf(CaseDecision.Done.class);
    return (CaseDecision.Done) decision;
  }
}
