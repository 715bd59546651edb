package dev.switchboard.server.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.people.CaseWeights;
import dev.switchboard.engine.process.MayTake;
import dev.switchboard.store.routing.RoutedCase;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Until when a case should be answered, as routing weighs it. */
class CaseNeedsTest {
  private static final Instant ASKED = Instant.parse("2026-01-05T09:00:00Z");
  private static final Duration ANSWER_WITHIN = RoutingSettings.DEFAULT.answerWithin();

  private final CaseNeeds needs =
      new CaseNeeds(RoutingSettings.DEFAULT, _ -> MayTake.EVERYBODY, _ -> false);

  private Duration allowed(@Nullable Instant due) {
    return needs
        .of(
            new RoutedCase(
                1,
                "Aurora Air",
                "waiting",
                null,
                new CaseWeights.Kind("x", false),
                null,
                null,
                ASKED,
                due,
                null,
                null,
                null,
                null))
        .allowed();
  }

  @Test
  void whatItsFlowPromisesCounts() {
    assertThat(allowed(ASKED.plusSeconds(600))).isEqualTo(Duration.ofMinutes(10));
    assertThat(allowed(ASKED.plus(Duration.ofDays(3)))).isEqualTo(Duration.ofDays(3));
  }

  @Test
  void withoutAPromiseTheCompanysOwnTimeCounts() {
    assertThat(allowed(null)).isEqualTo(ANSWER_WITHIN);
  }

  @Test
  void aDeadlineFromBeforeTheQuestionIsNotOfThisQuestion() {
    assertThat(allowed(ASKED)).isEqualTo(ANSWER_WITHIN);
    assertThat(allowed(ASKED.minusSeconds(60))).isEqualTo(ANSWER_WITHIN);
  }
}
