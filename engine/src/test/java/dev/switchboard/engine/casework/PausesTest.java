package dev.switchboard.engine.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.engine.conversation.Conversation;
import dev.switchboard.engine.conversation.Conversation.Voice;
import dev.switchboard.engine.event.AboutClaims;
import dev.switchboard.engine.event.Event;
import dev.switchboard.engine.post.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A case rests in its holder's hands, and goes on. */
class PausesTest {
  private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");
  private static final Instant FRIDAY = Instant.parse("2026-01-09T08:00:00Z");
  private static final Duration LEASE = CasePolicy.DEFAULT.lease();

  private final Casework casework = new Casework(CasePolicy.DEFAULT);
  private final Pauses pauses = new Pauses(casework);
  private final Conversation conversation = new Conversation(1, 1, NOW, NOW, NOW, null);
  private final CaseFile held =
      done(casework.claim(
              new CaseFile(1, 1, CaseState.WAITING, 0, NOW, NOW, null, false), "ann", NOW))
          .file();
  private final CaseFile resting = done(pauses.pause(held, 1, untilFriday(), NOW)).file();

  private static Pause untilFriday() {
    return Pause.from(NOW, WaitingOn.COMPANY, " the workshop looks for it ", FRIDAY);
  }

  private static CaseDecision.Done done(CaseDecision decision) {
    return (CaseDecision.Done) decision;
  }

  private static Refusal refusal(CaseDecision decision) {
    return ((CaseDecision.Refused) decision).refusal();
  }

  @Test
  void itStaysTheirsWithoutAHeartbeatUntilTheTimeComes() {
    Instant thursday = FRIDAY.minus(Duration.ofDays(1));
    assertThat(refusal(casework.claim(resting, "bob", thursday))).isInstanceOf(Refusal.Held.class);
    assertThat(refusal(casework.expire(resting, conversation, thursday)))
        .isInstanceOf(Refusal.Held.class);
    assertThat(done(casework.heartbeat(resting, 1, thursday)).file()).isEqualTo(resting);

    CaseDecision.Done woken = done(casework.expire(resting, conversation, FRIDAY));
    assertThat(woken.events())
        .containsExactly(new AboutClaims.Resumed("ann", AboutClaims.Resumed.TIME_CAME));
    assertThat(woken.file().state()).isEqualTo(new CaseState.Claimed("ann", 1, FRIDAY.plus(LEASE)));
    // They are away: it waits for others.
    CaseDecision.Done left = done(casework.expire(woken.file(), conversation, FRIDAY.plus(LEASE)));
    assertThat(left.events()).containsExactly(new Event.ClaimExpired("ann"));
    assertThat(left.file().state()).isEqualTo(CaseState.WAITING);
  }

  @Test
  void whateverACustomerWritesEndsThePauseAndWhatTheBrandWritesDoesNot() {
    PostRules rules = new PostRules(CasePolicy.DEFAULT);
    Instant later = NOW.plus(Duration.ofHours(3));
    for (Voice voice : Voice.values()) {
      var heard = new PostRules.Heard(voice, true, later, Origin.LIVE);
      CaseDecision.Done done =
          Objects.requireNonNull(rules.onPost(resting, conversation, heard, later, () -> 2));
      if (voice == Voice.BRAND) {
        assertThat(done.file().state()).isEqualTo(resting.state());
      } else {
        assertThat(done.file().state())
            .isEqualTo(new CaseState.Claimed("ann", 1, later.plus(LEASE)));
        assertThat(done.events())
            .containsExactly(new AboutClaims.Resumed("ann", AboutClaims.Resumed.CUSTOMER_WROTE));
      }
    }
  }

  @Test
  void onlyItsHolderPausesAndResumesAndEachOnce() {
    assertThat(refusal(pauses.pause(held, 7, untilFriday(), NOW)))
        .isInstanceOf(Refusal.ClaimLost.class);
    assertThat(refusal(pauses.pause(resting, 1, untilFriday(), NOW)))
        .isEqualTo(new Refusal.PausedAlready(FRIDAY));
    assertThat(refusal(pauses.resume(resting, 7, NOW))).isInstanceOf(Refusal.ClaimLost.class);
    CaseFile again = done(pauses.resume(resting, 1, NOW)).file();
    assertThat(again).isEqualTo(held);
    assertThat(refusal(pauses.resume(again, 1, NOW))).isInstanceOf(Refusal.NotPaused.class);
  }

  @Test
  void whatElseIsDoneEndsItToo() {
    assertThat(done(casework.transfer(resting, 1, "bob", NOW)).file().state())
        .isEqualTo(new CaseState.Claimed("bob", 2, NOW.plus(LEASE)));
    assertThat(done(casework.release(resting, conversation, 1, NOW)).file().state())
        .isEqualTo(CaseState.WAITING);
    assertThat(done(casework.reply(resting, conversation, 1, 1, 5, NOW)).file().state())
        .isEqualTo(new CaseState.Pending("ann", 5));
  }

  @Test
  void aPauseHasAReasonAndAnEnd() {
    assertThat(untilFriday().reason()).isEqualTo("the workshop looks for it");
    assertThat(Pause.from(NOW, WaitingOn.CUSTOMER, "a photo", null).until())
        .isEqualTo(NOW.plus(Duration.ofDays(7)));
    assertThatThrownBy(() -> Pause.from(NOW, WaitingOn.CUSTOMER, " ", FRIDAY))
        .hasMessageContaining("reason must have 1 to 200 characters");
    assertThatThrownBy(() -> Pause.from(NOW, WaitingOn.CUSTOMER, "a photo", NOW))
        .hasMessageContaining("until must be later than now");
    assertThatThrownBy(
            () -> Pause.from(NOW, WaitingOn.CUSTOMER, "a photo", NOW.plus(Duration.ofDays(31))))
        .hasMessageContaining("30 days at most");
  }
}
