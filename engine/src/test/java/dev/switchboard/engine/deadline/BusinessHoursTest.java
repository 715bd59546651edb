package dev.switchboard.engine.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.engine.people.Roster;
import dev.switchboard.engine.people.RosterText;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Deadlines in words: from when, how much business time, when it is due. */
class BusinessHoursTest {
  static BusinessHours hours(String week, String... otherDays) {
    Map<LocalDate, List<Hours>> other = new HashMap<>();
    for (String day : otherDays) {
      HoursText text = HoursText.parse(day);
      other.put(text.date(), text.hours());
    }
    return new BusinessHours(RosterText.parse(week), other);
  }

  static Instant at(String moment) {
    return OffsetDateTime.parse(moment).toInstant();
  }

  /** Each line: from → due, after so much business time; checked in both directions. */
  private static void assertDue(BusinessHours hours, String lines) {
    for (String line : lines.strip().split("\n")) {
      String[] words = line.strip().split("\\s*(\\+ | → )\\s*");
      Instant from = at(words[0]);
      Duration work = DurationText.parse(words[1]);
      assertThat(hours.deadline(from, work)).as(line).isEqualTo(at(words[2]));
      assertThat(hours.businessTimeBetween(from, at(words[2]))).as(line).isEqualTo(work);
    }
  }

  @Test
  void anOrdinaryWeek() {
    assertDue(
        hours("Europe/Berlin Mon-Fri 09:00-17:00"),
        """
        2026-01-05T09:00+01:00 + 2h → 2026-01-05T11:00+01:00
        2026-01-05T07:00+01:00 + 2h → 2026-01-05T11:00+01:00
        2026-01-05T16:00+01:00 + 2h → 2026-01-06T10:00+01:00
        2026-01-09T16:30+01:00 + 1h → 2026-01-12T09:30+01:00
        2026-01-10T12:00+01:00 + 16h → 2026-01-13T17:00+01:00
        """);
  }

  @Test
  void whatIsUsedUpAtTheEndOfADayIsDueThen() {
    assertDue(
        hours("UTC Mon-Fri 09:00-12:00; Mon-Fri 13:00-17:00"),
        """
        2026-01-05T11:00Z + 1h → 2026-01-05T12:00Z
        2026-01-05T12:00Z + 1s → 2026-01-05T13:00:01Z
        2026-01-05T11:00Z + 5h → 2026-01-05T17:00Z
        2026-01-05T11:00Z + 5h 1s → 2026-01-06T09:00:01Z
        """);
  }

  @Test
  void hoursOverMidnightBelongToTheDayOnWhichTheyBegin() {
    assertDue(
        hours("UTC Fri 22:00-06:00", "2026-01-10"),
        """
        2026-01-09T23:00Z + 7h → 2026-01-10T06:00Z
        2026-01-10T05:00Z + 2h → 2026-01-16T23:00Z
        """);
    assertDue(
        hours("UTC Fri 22:00-06:00", "2026-01-09"), "2026-01-09T20:00Z + 1h → 2026-01-16T23:00Z");
  }

  @Test
  void hoursThatOverlapCountOnce() {
    assertDue(
        hours("UTC Mon 20:00-08:00; Tue 06:00-10:00; Tue 07:00-09:00"),
        """
        2026-01-05T22:00Z + 12h → 2026-01-06T10:00Z
        2026-01-06T07:30Z + 1h → 2026-01-06T08:30Z
        """);
  }

  @Test
  void holidaysAreClosedAndHalfDaysHaveTheirOwnHours() {
    BusinessHours hours =
        hours(
            "Europe/Berlin Mon-Fri 09:00-17:00",
            "2026-12-24 09:00-12:00",
            "2026-12-25",
            "2026-12-26 10:00-11:00, 14:00-15:00");
    assertDue(
        hours,
        """
        2026-12-23T16:00+01:00 + 4h → 2026-12-24T12:00+01:00
        2026-12-23T16:00+01:00 + 5h → 2026-12-26T11:00+01:00
        2026-12-24T11:00+01:00 + 2h 30m → 2026-12-26T14:30+01:00
        2026-12-24T12:00+01:00 + 3h → 2026-12-28T10:00+01:00
        """);
    assertThat(hours.isOpen(at("2026-12-24T11:59+01:00"))).isTrue();
    assertThat(hours.isOpen(at("2026-12-24T12:00+01:00"))).isFalse();
    assertThat(hours.isOpen(at("2026-12-26T14:00+01:00"))).as("a Saturday").isTrue();
  }

  @Test
  void berlinLeavesOutAnHourInMarchAndHasOneTwiceInOctober() {
    assertDue(
        hours("Europe/Berlin Sat-Sun 00:00-24:00"),
        """
        2026-03-29T00:00+01:00 + 23h → 2026-03-30T00:00+02:00
        2026-03-29T01:30+01:00 + 1h → 2026-03-29T03:30+02:00
        2026-10-25T00:00+02:00 + 25h → 2026-10-26T00:00+01:00
        2026-10-25T02:30+02:00 + 1h → 2026-10-25T02:30+01:00
        2026-10-25T02:30+01:00 + 1h → 2026-10-25T03:30+01:00
        """);
    assertDue(
        hours("Europe/Berlin Mon-Fri 09:00-17:00"),
        """
        2026-03-27T16:00+01:00 + 2h → 2026-03-30T10:00+02:00
        2026-10-23T16:00+02:00 + 2h → 2026-10-26T10:00+01:00
        """);
  }

  @Test
  void hoursThatBeginInTheHourThatIsLeftOutBeginWithTheJump() {
    assertDue(
        hours("Europe/Berlin Sun 02:30-06:00"),
        """
        2026-03-29T00:00+01:00 + 1h → 2026-03-29T04:00+02:00
        2026-03-22T00:00+01:00 + 1h → 2026-03-22T03:30+01:00
        """);
    assertDue(
        hours("Europe/Berlin Sun 02:10-02:50"),
        "2026-03-29T00:00+01:00 + 1m → 2026-04-05T02:11+02:00");
  }

  @Test
  void hoursThatEndInTheHourThatIsThereTwiceEndAtItsFirstShowing() {
    assertDue(
        hours("Europe/Berlin Sun 00:00-02:30; Sun 02:30-04:00"),
        "2026-10-25T00:00+02:00 + 5h → 2026-10-25T04:00+01:00");
    assertDue(
        hours("Europe/Berlin Sun 00:00-02:30"),
        """
        2026-10-25T00:00+02:00 + 2h 30m → 2026-10-25T02:30+02:00
        2026-10-25T02:29+02:00 + 2m → 2026-11-01T00:01+01:00
        """);
  }

  @Test
  void newYorkInMarchAndNovember() {
    assertDue(
        hours("America/New_York Mon-Sun 08:00-20:00"),
        """
        2026-03-07T19:00-05:00 + 2h → 2026-03-08T09:00-04:00
        2026-10-31T19:00-04:00 + 2h → 2026-11-01T09:00-05:00
        """);
    assertDue(
        hours("America/New_York Sat 22:00-06:00"),
        """
        2026-03-07T22:00-05:00 + 7h → 2026-03-08T06:00-04:00
        2026-10-31T22:00-04:00 + 9h → 2026-11-01T06:00-05:00
        2026-11-01T01:30-04:00 + 1h → 2026-11-01T01:30-05:00
        """);
  }

  @Test
  void lordHoweMovesItsClocksByHalfAnHour() {
    assertDue(
        hours("Australia/Lord_Howe Sun 00:00-06:00"),
        """
        2026-04-05T00:00+11:00 + 6h 30m → 2026-04-05T06:00+10:30
        2026-04-05T01:45+11:00 + 30m → 2026-04-05T01:45+10:30
        2026-10-04T00:00+10:30 + 5h 30m → 2026-10-04T06:00+11:00
        2026-10-04T01:45+10:30 + 30m → 2026-10-04T02:45+11:00
        """);
  }

  @Test
  void kathmanduIsAQuarterOfAnHourOff() {
    assertDue(
        hours("Asia/Kathmandu Sun-Fri 10:00-17:00"),
        """
        2026-01-04T04:15Z + 1h → 2026-01-04T05:15Z
        2026-01-09T16:59:30+05:45 + 1m → 2026-01-11T10:00:30+05:45
        """);
  }

  @Test
  void apiaHadNoThirtiethOfDecember2011() {
    assertDue(
        hours("Pacific/Apia Mon-Sun 09:00-17:00"),
        "2011-12-29T16:00-10:00 + 2h → 2011-12-31T10:00+14:00");
  }

  @Test
  void aCompanyThatIsAlwaysOpenCountsTimeAsItPasses() {
    BusinessHours always = BusinessHours.always(ZoneId.of("Europe/Berlin"));
    Instant start = at("2026-03-28T12:34:56.789012345+01:00");
    Duration work = Duration.ofDays(400).plusNanos(1);
    assertThat(always.deadline(start, work)).isEqualTo(start.plus(work));
    assertThat(always.businessTimeBetween(start, start.plus(work))).isEqualTo(work);
    assertThat(always.isOpen(at("2026-10-25T02:30+01:00"))).isTrue();
  }

  @Test
  void noTimeAtAllIsDueAtOnceAlsoWhileClosed() {
    Instant sunday = at("2026-01-04T12:00Z");
    assertThat(hours("UTC Mon 09:00-17:00").deadline(sunday, Duration.ZERO)).isEqualTo(sunday);
  }

  @Test
  void timeBackwardsIsNegative() {
    assertThat(
            hours("UTC Mon-Fri 09:00-17:00")
                .businessTimeBetween(at("2026-01-06T10:00Z"), at("2026-01-05T16:00Z")))
        .isEqualTo(Duration.ofHours(-2));
  }

  @Test
  void aCompanyThatIsNeverOpenIsRefused() {
    assertThatThrownBy(() -> BusinessHours.of(Roster.NONE))
        .hasMessageContaining("never open: a week needs at least one stretch");
    assertThatThrownBy(() -> hours("UTC", "2026-12-24 09:00-12:00"))
        .hasMessageContaining("never open");
  }

  @Test
  void aSearchEndsAlsoWhereHolidaysTakeEveryWeek() {
    Map<LocalDate, List<Hours>> closed = new HashMap<>();
    for (int week = 0; week < BusinessHours.MAX_OTHER_DAYS; week++) {
      closed.put(LocalDate.of(2026, 1, 5).plusWeeks(week), List.of());
    }
    BusinessHours hours = new BusinessHours(RosterText.parse("UTC Mon 09:00-09:01"), closed);
    Duration longest = Duration.ofMinutes(BusinessHours.MAX_TARGET_WEEKS);
    assertThat(hours.findProblem(longest)).isEmpty();
    Instant due = hours.deadline(at("2026-01-05T00:00Z"), longest);
    assertThat(due).isEqualTo(at("2026-01-05T09:01Z").plus(Duration.ofDays(7 * 1_519)));
    assertThat(hours.findProblem(longest.plusNanos(1)).orElseThrow())
        .isEqualTo("8h 40m of business time may take years in these hours; write less");
    assertThatThrownBy(() -> hours.deadline(due, Duration.ofDays(30)))
        .hasMessageContaining("is not over within");
    assertThatThrownBy(() -> hours.deadline(Instant.MAX, longest))
        .hasMessageContaining("from 1800 to 2999");
    assertThatThrownBy(() -> hours.deadline(due, Duration.ofNanos(-1)))
        .hasMessageContaining("not negative");
    assertThatThrownBy(
            () -> hours.businessTimeBetween(at("1900-01-01T00:00Z"), at("2999-01-01T00:00Z")))
        .hasMessageContaining("days apart");
  }

  @Test
  void whatIsNoHolidayOrNoTimeSaysWhy() {
    assertThatThrownBy(() -> HoursText.parse("25.12.2026"))
        .hasMessageContaining("\"25.12.2026\" is no holiday; a holiday reads like 2026-12-25");
    assertThatThrownBy(() -> HoursText.parse("2026-02-30")).hasMessageContaining("is no date");
    assertThatThrownBy(() -> HoursText.parse("2026-12-24 until noon"))
        .hasMessageContaining("\"until noon\" are no hours");
    assertThatThrownBy(() -> HoursText.parse("2026-12-24 09:00-25:00"))
        .hasMessageContaining("\"25:00\" is no time");
    assertThatThrownBy(() -> DurationText.parse("soon")).hasMessageContaining("is no time");
    assertThatThrownBy(() -> DurationText.parse("0m")).hasMessageContaining("no time at all");
    assertThatThrownBy(() -> DurationText.parse("2d"))
        .hasMessageContaining("no fixed length in business time");
    assertThat(DurationText.of(DurationText.parse("1h30m 5s"))).isEqualTo("1h 30m 5s");
  }
}
