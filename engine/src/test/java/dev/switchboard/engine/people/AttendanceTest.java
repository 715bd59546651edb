package dev.switchboard.engine.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttendanceTest {
  // A Monday to a Friday.
  private static final String WEEK = "Europe/Oslo Mon-Fri 09:00-13:00; Mon-Fri 13:00-17:00";

  private static Optional<Instant> end(Presence said, String since, String shifts) {
    return new Attendance(said, Instant.parse(since), RosterText.parse(shifts)).shiftEnd();
  }

  @Test
  void whoWorksIsExpectedToLeaveWhenTheirShiftsOfTheDayAreOver() {
    Optional<Instant> five = Optional.of(Instant.parse("2026-01-05T16:00:00Z"));
    assertThat(end(Presence.WORKING, "2026-01-05T08:10:00Z", WEEK)).isEqualTo(five);
    assertThat(end(Presence.WORKING, "2026-01-05T06:30:00Z", WEEK)).as("early").isEqualTo(five);
    assertThat(end(Presence.WORKING, "2026-01-05T16:00:00Z", WEEK))
        .as("who works on leaves with the next day's shift at the latest")
        .contains(Instant.parse("2026-01-06T16:00:00Z"));
  }

  @Test
  void nobodyIsExpectedToLeaveWhoDoesNotWorkOrHasNoShifts() {
    assertThat(end(Presence.AWAY, "2026-01-05T08:10:00Z", WEEK)).isEmpty();
    assertThat(end(Presence.WORKING, "2026-01-05T08:10:00Z", "")).isEmpty();
  }

  @Test
  void whoseShiftsNeverEndIsAskedForNowAndThen() {
    assertThat(end(Presence.WORKING, "2026-01-05T08:00:00Z", "Mon-Sun 00:00-24:00"))
        .contains(Instant.parse("2026-01-13T00:00:00Z"));
  }
}
