package dev.switchboard.engine.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.event.AboutCustomers;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HearingTest {
  private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");
  private static final Instant TUESDAY = MONDAY.plusSeconds(86_400);

  @Test
  void whoIsMutedStaysSoSinceTheFirstTime() {
    Hearing.Decided muted = Hearing.mute(7, null, "ada", MONDAY);
    assertThat(muted.muted()).isEqualTo(new Muted("ada", MONDAY, false));
    assertThat(muted.events()).containsExactly(new AboutCustomers.AuthorMuted(7));
    Hearing.Decided again = Hearing.mute(7, muted.muted(), "grace", TUESDAY);
    assertThat(again.muted()).isEqualTo(muted.muted());
    assertThat(again.events()).isEmpty();
  }

  @Test
  void spamIsMutedSinceItWasMutedAndIsMarkedOnce() {
    Muted muted = new Muted("ada", MONDAY, false);
    Hearing.Decided spam = Hearing.spam(7, muted, "grace", TUESDAY);
    assertThat(spam.muted()).isEqualTo(new Muted("grace", MONDAY, true));
    assertThat(spam.events()).containsExactly(new AboutCustomers.AuthorMarkedSpam(7));
    assertThat(Hearing.spam(7, spam.muted(), "ada", TUESDAY).events()).isEmpty();
    assertThat(Hearing.mute(7, spam.muted(), "ada", TUESDAY).muted()).isEqualTo(spam.muted());
  }

  @Test
  void whoIsUnmutedIsHeardAndIsNoSpamAnyMore() {
    Hearing.Decided heard = Hearing.unmute(7, new Muted("ada", MONDAY, true));
    assertThat(heard.muted()).isNull();
    assertThat(heard.events()).containsExactly(new AboutCustomers.AuthorUnmuted(7, true));
    assertThat(Hearing.unmute(7, null).events()).isEmpty();
  }
}
