package dev.switchboard.engine.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Weekly shifts by the clocks of a zone, also on the days on which clocks change. */
class RosterTest {
  private static final int WEEK_MINUTES = 7 * Week.DAY;

  /** Minutes of a day. */
  private static final class Week {
    static final int DAY = 24 * 60;
  }

  private static Instant at(String utc) {
    return Instant.parse(utc + ":00Z");
  }

  @Test
  void aShiftIsByTheClockOnTheWall() {
    Roster roster = RosterText.parse("Europe/Oslo Mon-Fri 09:00-17:00");
    assertThat(roster.isOn(at("2026-01-05T07:59"))).isFalse();
    assertThat(roster.isOn(at("2026-01-05T08:00"))).as("nine in winter").isTrue();
    assertThat(roster.isOn(at("2026-01-05T16:00"))).as("the end is outside").isFalse();
    assertThat(roster.isOn(at("2026-07-06T07:00"))).as("nine in summer").isTrue();
    assertThat(roster.isOn(at("2026-01-10T10:00"))).as("a Saturday").isFalse();
    assertThat(roster.weeklyMinutes()).isEqualTo(40 * 60);
  }

  @Test
  void aNightShiftEndsOnTheNextDay() {
    Roster roster = RosterText.parse("UTC Sun 22:00-06:00");
    assertThat(roster.isOn(at("2026-01-04T23:00"))).isTrue();
    assertThat(roster.isOn(at("2026-01-05T05:59"))).isTrue();
    assertThat(roster.isOn(at("2026-01-05T06:00"))).isFalse();
    assertThat(roster.findCurrent(at("2026-01-05T01:00")).orElseThrow().to())
        .isEqualTo(at("2026-01-05T06:00"));
    assertThat(roster.findNext(at("2026-01-05T06:00")).orElseThrow().from())
        .isEqualTo(at("2026-01-11T22:00"));
  }

  @Test
  void aNightShiftIsAnHourShorterWhenClocksGoForwardAndLongerWhenTheyGoBack() {
    Roster roster = RosterText.parse("Europe/Oslo Sat 22:00-06:00");
    Shift.Span spring = roster.findCurrent(at("2026-03-28T23:00")).orElseThrow();
    Shift.Span autumn = roster.findCurrent(at("2026-10-24T23:00")).orElseThrow();
    assertThat(Duration.between(spring.from(), spring.to())).isEqualTo(Duration.ofHours(7));
    assertThat(Duration.between(autumn.from(), autumn.to())).isEqualTo(Duration.ofHours(9));
  }

  @Test
  void aTimeThatTheClocksLeaveOutIsTheMomentOfTheJump() {
    // On 29 March 2026 clocks go from 02:00 to 03:00 in Oslo, at 01:00 UTC.
    Roster roster = RosterText.parse("Europe/Oslo Sun 02:30-03:15");
    assertThat(roster.isOn(at("2026-03-29T00:59"))).isFalse();
    assertThat(roster.isOn(at("2026-03-29T01:00"))).isTrue();
    assertThat(roster.isOn(at("2026-03-29T01:15"))).isFalse();
    Roster within = RosterText.parse("Europe/Oslo Sun 02:10-02:50");
    assertThat(within.findNext(at("2026-03-28T12:00")).orElseThrow().from())
        .as("there is no such shift on that day")
        .isEqualTo(at("2026-04-05T00:10"));
  }

  /** However a week is cut into shifts: at every moment of every year exactly one of them is on. */
  @Property(tries = 300)
  void shiftsThatFollowEachOtherLeaveNothingOutAndHaveNothingTwice(
      @ForAll("cuts") List<Integer> cuts,
      @ForAll("zones") ZoneId zone,
      @ForAll("moments") Instant moment) {
    long on =
        pieces(cuts).stream()
            .filter(shift -> new Roster(zone, List.of(shift)).isOn(moment))
            .count();
    assertThat(on).isEqualTo(1);
  }

  /** Where the clock shows a time once, a shift is on if that time is in it. */
  @Property(tries = 300)
  void aShiftIsOnWhenTheClockSaysSo(
      @ForAll("shifts") Shift shift,
      @ForAll("zones") ZoneId zone,
      @ForAll("moments") Instant moment) {
    LocalDateTime local = LocalDateTime.ofInstant(moment, zone);
    if (zone.getRules().getValidOffsets(local).size() != 1) {
      return;
    }
    int minute = (local.getDayOfWeek().getValue() - 1) * Week.DAY + minute(local.toLocalTime());
    int from = (shift.day().getValue() - 1) * Week.DAY + minute(shift.from());
    boolean within = Math.floorMod(minute - from, WEEK_MINUTES) < shift.minutes();
    assertThat(new Roster(zone, List.of(shift)).isOn(moment)).isEqualTo(within);
  }

  @Property(tries = 100)
  void whatIsWrittenIsReadAgain(
      @ForAll("zones") ZoneId zone, @ForAll("rosters") List<Shift> shifts) {
    Roster roster = new Roster(zone, shifts);
    assertThat(RosterText.parse(RosterText.of(roster))).isEqualTo(roster);
    assertThat(RosterText.parse(zone, RosterText.hours(roster))).isEqualTo(roster);
  }

  @Test
  void daysWithTheSameHoursStandTogether() {
    String text = "Europe/Oslo Mon-Wed,Fri 09:00-17:00; Sat 22:00-06:00";
    assertThat(RosterText.of(RosterText.parse(text))).isEqualTo(text);
    assertThat(RosterText.parse(" ")).isEqualTo(Roster.NONE);
    assertThat(RosterText.of(Roster.NONE)).isEmpty();
    assertThat(RosterText.parse("fri-mon 9:00-24:00").shifts())
        .hasSize(4)
        .allMatch(shift -> shift.minutes() == 15 * 60);
  }

  @Test
  void whatIsNoShiftSaysWhy() {
    assertThatThrownBy(() -> RosterText.parse("Moo 09:00-17:00"))
        .hasMessageContaining("\"Moo\" is no day");
    assertThatThrownBy(() -> RosterText.parse("Mon nine to five"))
        .hasMessageContaining("is no shift; shifts read like");
    assertThatThrownBy(() -> RosterText.parse("Mon 09:00-25:00"))
        .hasMessageContaining("\"25:00\" is no time");
    assertThatThrownBy(() -> RosterText.parse("Europe/Nowhere Mon 09:00-17:00"))
        .hasMessageContaining("no time zone");
  }

  private static int minute(LocalTime time) {
    return time.toSecondOfDay() / 60;
  }

  /** A week cut at these minutes, the last piece running to the first cut; each below a day. */
  private static List<Shift> pieces(List<Integer> cuts) {
    TreeSet<Integer> at = new TreeSet<>(cuts);
    for (int day = 0; day < 7; day++) {
      at.add(day * Week.DAY);
    }
    List<Integer> in = new ArrayList<>(at);
    List<Shift> shifts = new ArrayList<>();
    for (int i = 0; i < in.size(); i++) {
      shifts.add(shift(in.get(i), in.get((i + 1) % in.size())));
    }
    return shifts;
  }

  private static Shift shift(int from, int to) {
    return new Shift(
        DayOfWeek.of(from / Week.DAY + 1),
        LocalTime.ofSecondOfDay(from % Week.DAY * 60L),
        LocalTime.ofSecondOfDay(to % Week.DAY * 60L));
  }

  @Provide
  Arbitrary<List<Integer>> cuts() {
    return Arbitraries.integers().between(0, WEEK_MINUTES - 1).list().ofMaxSize(12);
  }

  @Provide
  Arbitrary<Shift> shifts() {
    return Combinators.combine(
            Arbitraries.integers().between(0, WEEK_MINUTES - 1),
            Arbitraries.integers().between(0, Week.DAY - 1))
        .as(RosterTest::shift);
  }

  @Provide
  Arbitrary<List<Shift>> rosters() {
    return shifts().list().ofMaxSize(20);
  }

  @Provide
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of(
            "Europe/Oslo",
            "America/New_York",
            "Australia/Lord_Howe",
            "Asia/Kathmandu",
            "America/Santiago",
            "UTC")
        .map(ZoneId::of);
  }

  /** Any time of 2026, and often one near a change of clocks. */
  @Provide
  Arbitrary<Instant> moments() {
    long begin = LocalDateTime.of(2026, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);
    Arbitrary<Instant> any =
        Arbitraries.longs().between(0, 365L * 24 * 3600).map(s -> Instant.ofEpochSecond(begin + s));
    Arbitrary<Instant> changes =
        Combinators.combine(
                Arbitraries.of(
                    at("2026-03-29T01:00"),
                    at("2026-10-25T01:00"),
                    at("2026-03-08T07:00"),
                    at("2026-11-01T06:00"),
                    at("2026-04-04T15:00"),
                    at("2026-10-03T15:30"),
                    at("2026-04-05T03:00"),
                    at("2026-09-06T04:00")),
                Arbitraries.integers().between(-7_200, 7_200))
            .as((change, seconds) -> change.plusSeconds(seconds));
    return Arbitraries.oneOf(any, changes);
  }
}
