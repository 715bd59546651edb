package dev.switchboard.engine.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is due of a case, as a story: text in, text out. */
class DeadlinesTest {
  private static final BusinessHours OFFICE =
      BusinessHoursTest.hours("Europe/Berlin Mon-Fri 09:00-17:00");

  private static DeadlinePolicy policy(boolean pausedWhileAnswered) {
    return new DeadlinePolicy(
        OFFICE,
        Map.of(
            DeadlineKind.FIRST_ANSWER, Duration.ofHours(2),
            DeadlineKind.NEXT_ANSWER, Duration.ofHours(4),
            DeadlineKind.CLOSE, Duration.ofHours(16)),
        pausedWhileAnswered,
        0.25);
  }

  private static void assertStory(DeadlinePolicy policy, String happens, String told) {
    assertThat(DeadlineStory.tell(policy, happens)).isEqualTo(told);
  }

  @Test
  void anAnswerInTimeAndThenTheCaseRests() {
    assertStory(
        policy(true),
        """
        Mon 16:00 asked
        Tue 09:15 answered
        Wed 10:00 asked
        Wed 12:00 answered
        Fri 10:00 closed
        """,
        """
        Mon 16:00 first answer due Tue 10:00
        Mon 16:00 close due Wed 16:00
        Tue 09:15 first answer met, 45m left
        Tue 09:15 close rests, 14h 45m left
        Wed 10:00 next answer due Wed 14:00
        Wed 10:00 close goes on, due Thu 16:45
        Wed 12:00 next answer met, 2h left
        Wed 12:00 close rests, 12h 45m left
        Fri 10:00 close met, 12h 45m left
        """);
  }

  @Test
  void aBreachIsForeseenBeforeItComesAndEachIsSaidOnce() {
    assertStory(
        policy(true),
        """
        Mon 09:00 asked
        Mon 10:45 look
        Mon 11:30 look
        Mon 12:00 answered
        """,
        """
        Mon 09:00 first answer due Mon 11:00
        Mon 09:00 close due Tue 17:00
        Mon 10:30 first answer due Mon 11:00: 30m left, needs 30m
        Mon 11:00 first answer breached
        Mon 12:00 first answer late by 1h
        Mon 12:00 close rests, 13h left
        """);
  }

  @Test
  void whileACaseRestsForTheCustomerItsStepAndItsEndRestAndItsAnswerDoesNot() {
    String happens =
        """
        Mon 09:00 asked
        Mon 09:10 step 1h
        Mon 09:40 rests
        Mon 10:40 resumed
        Mon 10:45 answered
        Mon 10:50 rests
        Tue 09:00 resumed answered
        """;
    assertStory(
        policy(true),
        happens,
        """
        Mon 09:00 first answer due Mon 11:00
        Mon 09:00 close due Tue 17:00
        Mon 09:10 step due Mon 10:10
        Mon 09:40 close rests, 15h 20m left
        Mon 09:40 step rests, 30m left
        Mon 10:30 first answer due Mon 11:00: 30m left, needs 30m
        Mon 10:40 close goes on, due Wed 10:00
        Mon 10:40 step goes on, due Mon 11:10
        Mon 10:45 first answer is no longer in danger
        Mon 10:45 first answer met, 15m left
        Mon 10:45 close rests, 15h 15m left
        Mon 10:50 step rests, 20m left
        Tue 09:00 step goes on, due Tue 09:20
        """);
    assertThat(DeadlineStory.tell(policy(false), happens)).doesNotContain("rests");
  }

  @Test
  void aLongQueueForeseesABreachEarlierAndAShorterOneTakesItBack() {
    assertStory(
        policy(true),
        """
        Mon 09:00 asked queue 30m
        Mon 09:10 look queue 1h 55m
        Mon 09:20 look queue 1h 55m
        Mon 09:30 look queue 20m
        Mon 10:45 answered
        """,
        """
        Mon 09:00 first answer due Mon 11:00
        Mon 09:00 close due Tue 17:00
        Mon 09:10 first answer due Mon 11:00: 1h 50m left, needs 1h 55m
        Mon 09:30 first answer is no longer in danger
        Mon 10:40 first answer due Mon 11:00: 20m left, needs 20m
        Mon 10:45 first answer is no longer in danger
        Mon 10:45 first answer met, 15m left
        Mon 10:45 close rests, 14h 15m left
        """);
  }

  @Test
  void whatIsInDangerAndRestsIsInDangerAgainWhenItGoesOn() {
    assertStory(
        policy(true),
        """
        Mon 09:00 asked
        Mon 10:00 answered
        Mon 11:00 asked
        Tue 16:00 answered
        Wed 11:00 asked
        Wed 12:30 answered
        """,
        """
        Mon 09:00 first answer due Mon 11:00
        Mon 09:00 close due Tue 17:00
        Mon 10:00 first answer met, 1h left
        Mon 10:00 close rests, 15h left
        Mon 11:00 next answer due Mon 15:00
        Mon 11:00 close goes on, due Wed 10:00
        Mon 14:00 next answer due Mon 15:00: 1h left, needs 1h
        Mon 15:00 next answer breached
        Tue 14:00 close due Wed 10:00: 4h left, needs 4h
        Tue 16:00 next answer late by 9h
        Tue 16:00 close is no longer in danger
        Tue 16:00 close rests, 2h left
        Wed 11:00 next answer due Wed 15:00
        Wed 11:00 close goes on, due Wed 13:00
        Wed 11:00 close due Wed 13:00: 2h left, needs 4h
        Wed 12:30 next answer met, 2h 30m left
        Wed 12:30 close is no longer in danger
        Wed 12:30 close rests, 30m left
        """);
  }

  @Test
  void aCompanyMayCountTheTimeForWhichTheCustomerIsSilent() {
    assertStory(
        policy(false),
        """
        Mon 09:00 asked
        Mon 10:00 answered
        Wed 09:00 closed
        """,
        """
        Mon 09:00 first answer due Mon 11:00
        Mon 09:00 close due Tue 17:00
        Mon 10:00 first answer met, 1h left
        Tue 13:00 close due Tue 17:00: 4h left, needs 4h
        Tue 17:00 close breached
        Wed 09:00 close late by 0s
        """);
  }

  @Test
  void furtherQuestionsStartNoNewDeadlineAndWhatNobodyWaitsForIsDropped() {
    assertStory(
        policy(true),
        """
        Mon 09:00 asked
        Mon 09:30 asked
        Mon 10:00 closed
        Mon 12:00 asked
        Mon 13:00 answered
        """,
        """
        Mon 09:00 first answer due Mon 11:00
        Mon 09:00 close due Tue 17:00
        Mon 10:00 first answer dropped
        Mon 10:00 close met, 15h left
        Mon 12:00 first answer due Mon 14:00
        Mon 12:00 close due Wed 12:00
        Mon 13:00 first answer met, 1h left
        Mon 13:00 close rests, 15h left
        """);
  }

  @Test
  void aStepHasADeadlineOfItsOwn() {
    assertStory(
        DeadlinePolicy.none(OFFICE),
        """
        Mon 16:30 step 1h
        Tue 09:10 step 2h
        Tue 12:00 step
        """,
        """
        Mon 16:30 step due Tue 09:30
        Tue 09:10 step met, 20m left
        Tue 09:10 step due Tue 11:10
        Tue 10:40 step due Tue 11:10: 30m left, needs 30m
        Tue 11:10 step breached
        Tue 12:00 step late by 50m
        """);
  }

  @Test
  void whoLooksTooLateIsToldOfBothInTheirOrder() {
    Deadlines deadlines = new Deadlines(policy(true));
    var asked = BusinessHoursTest.at("2026-01-05T09:00+01:00");
    var late = BusinessHoursTest.at("2026-01-05T11:00+01:00");
    CaseDeadlines state =
        deadlines.on(CaseDeadlines.NONE, new DeadlineInput.Asked(asked), null, asked).deadlines();
    DeadlineOutcome outcome =
        deadlines.on(state, new DeadlineInput.Answered(late.plusSeconds(60)), null, late);
    assertThat(outcome.decisions().subList(0, 3))
        .containsExactly(
            new DeadlineDecision.BreachForeseen(
                DeadlineKind.FIRST_ANSWER, late, Duration.ZERO, Duration.ZERO),
            new DeadlineDecision.Breached(DeadlineKind.FIRST_ANSWER, late),
            new DeadlineDecision.EndedLate(DeadlineKind.FIRST_ANSWER, Duration.ZERO));
  }

  @Test
  void anAnswerOfWhichOneLearnsLateStillCountsAsInTime() {
    assertThat(
            DeadlineStory.tell(policy(true), "Mon 09:00 asked\nMon 11:30 look\nMon 10:00 answered"))
        .contains("Mon 11:00 first answer breached")
        .contains("first answer met, 1h left");
  }

  @Test
  void aPolicyThatCanNotBeKeptIsRefused() {
    assertThatThrownBy(
            () ->
                new DeadlinePolicy(
                    OFFICE, Map.of(DeadlineKind.CLOSE, Duration.ofDays(365)), true, .25))
        .hasMessageContaining("8760h of business time may take years");
    assertThatThrownBy(() -> new DeadlinePolicy(OFFICE, Map.of(), true, Double.NaN))
        .hasMessageContaining("a share is from 0 to 1");
    assertThatThrownBy(
            () ->
                new DeadlinePolicy(
                    OFFICE, Map.of(DeadlineKind.STEP, Duration.ofHours(1)), true, .25))
        .hasMessageContaining("each step names its own target");
  }
}
