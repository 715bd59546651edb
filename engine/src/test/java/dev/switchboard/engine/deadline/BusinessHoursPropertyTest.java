package dev.switchboard.engine.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.people.Roster;
import dev.switchboard.engine.people.Shift;
import dev.switchboard.engine.testing.OnlyInTheLongForm;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/** Any hours, any zone, often beside a change of clocks: deadlines and business time agree. */
class BusinessHoursPropertyTest {
  private static final int MINUTES_A_DAY = 24 * 60;

  /** Some business time on some hours. */
  record Try(BusinessHours hours, Instant start, Instant later, Duration work, Duration more) {}

  @Property(tries = 300)
  void deadlinesAndBusinessTimeAgree(@ForAll("tries") Try any) {
    check(any);
  }

  /** The long form, for {@code bin/test --long}. */
  @Property(tries = 10_000)
  @AddLifecycleHook(OnlyInTheLongForm.class)
  void tenThousandTimes(@ForAll("tries") Try any) {
    check(any);
  }

  private static void check(Try any) {
    BusinessHours hours = any.hours();
    Instant due = hours.deadline(any.start(), any.work());
    assertThat(due).as("not before the start").isAfterOrEqualTo(any.start());
    assertThat(hours.businessTimeBetween(any.start(), due)).isEqualTo(any.work());
    if (any.work().isPositive()) {
      assertThat(hours.businessTimeBetween(any.start(), due.minusNanos(1)))
          .as("a nanosecond less")
          .isEqualTo(any.work().minusNanos(1));
      assertThat(hours.isOpen(due.minusNanos(1))).isTrue();
    }
    assertThat(hours.deadline(any.later(), any.work()))
        .as("who starts later is due no earlier")
        .isAfterOrEqualTo(due);
    if (any.more().isPositive()) {
      Instant further = hours.deadline(due, any.more());
      assertThat(further).as("more takes longer").isAfter(due);
      assertThat(hours.deadline(any.start(), any.work().plus(any.more()))).isEqualTo(further);
    }
    Duration first = hours.businessTimeBetween(any.start(), any.later());
    assertThat(first).isBetween(Duration.ZERO, Duration.between(any.start(), any.later()));
    assertThat(first.plus(hours.businessTimeBetween(any.later(), due)))
        .as("it adds up")
        .isEqualTo(any.work());
  }

  /** Counted another way: minute by minute, by what the clock on the wall shows. */
  @Property(tries = 60)
  void itIsTheMinutesAtWhichTheClockSaysSo(@ForAll("tries") Try any) {
    BusinessHours hours = any.hours();
    Instant from = any.start().truncatedTo(ChronoUnit.MINUTES);
    int open = 0;
    for (int minute = 0; minute < 2 * MINUTES_A_DAY; minute++) {
      Instant at = from.plus(Duration.ofMinutes(minute));
      boolean is = hours.isOpen(at);
      open += is ? 1 : 0;
      LocalDateTime shown = LocalDateTime.ofInstant(at, hours.week().zone());
      if (hours.week().zone().getRules().getValidOffsets(shown).size() == 1) {
        assertThat(is).as("%s, on the wall %s", at, shown).isEqualTo(saysTheClock(hours, shown));
      }
    }
    assertThat(hours.businessTimeBetween(from, from.plus(Duration.ofDays(2))))
        .isEqualTo(Duration.ofMinutes(open));
  }

  private static boolean saysTheClock(BusinessHours hours, LocalDateTime shown) {
    LocalDate today = shown.toLocalDate();
    LocalTime time = shown.toLocalTime();
    return hoursOf(hours, today).stream()
            .anyMatch(h -> !time.isBefore(h.from()) && (isOvernight(h) || time.isBefore(h.to())))
        || hoursOf(hours, today.minusDays(1)).stream()
            .anyMatch(h -> isOvernight(h) && time.isBefore(h.to()));
  }

  private static boolean isOvernight(Hours hours) {
    return !hours.to().isAfter(hours.from());
  }

  private static List<Hours> hoursOf(BusinessHours hours, LocalDate date) {
    return hours
        .otherDays()
        .getOrDefault(
            date,
            hours.week().shifts().stream()
                .filter(shift -> shift.day() == date.getDayOfWeek())
                .map(shift -> new Hours(shift.from(), shift.to()))
                .toList());
  }

  @Provide
  Arbitrary<Try> tries() {
    return Combinators.combine(hours(), moments(), durations(Duration.ofDays(9)), works(), works())
        .as(
            (hours, start, wait, work, more) ->
                new Try(hours, start, start.plus(wait), work, more));
  }

  /** To the nanosecond, and often nothing or whole hours, so that ends of hours are met exactly. */
  private static Arbitrary<Duration> works() {
    return Arbitraries.oneOf(
        durations(Duration.ofHours(30)),
        Arbitraries.integers().between(0, 48).map(half -> Duration.ofMinutes(half * 30L)));
  }

  private static Arbitrary<Duration> durations(Duration longest) {
    return Arbitraries.longs().between(0, longest.toNanos()).map(Duration::ofNanos);
  }

  private static Arbitrary<BusinessHours> hours() {
    Arbitrary<Shift> shifts =
        Combinators.combine(Arbitraries.of(DayOfWeek.class), times(), times()).as(Shift::new);
    Arbitrary<Hours> some = Combinators.combine(times(), times()).as(Hours::new);
    // Holidays near the changes of clocks, where the moments are, too.
    Arbitrary<LocalDate> dates =
        Combinators.combine(Arbitraries.of(CHANGES), Arbitraries.integers().between(-3, 3))
            .as((change, days) -> LocalDate.parse(change.substring(0, 10)).plusDays(days));
    return Combinators.combine(
            zones(),
            shifts.list().ofMinSize(1).ofMaxSize(12),
            Arbitraries.maps(dates, some.list().ofMaxSize(3)).ofMaxSize(6))
        .as((zone, week, other) -> new BusinessHours(new Roster(zone, week), other));
  }

  /** Often at the times around which clocks change. */
  private static Arbitrary<LocalTime> times() {
    return Arbitraries.oneOf(
            Arbitraries.integers().between(0, MINUTES_A_DAY - 1),
            Arbitraries.of(0, 30, 60, 90, 119, 120, 121, 135, 150, 180, 1_380, 1_410))
        .map(minute -> LocalTime.ofSecondOfDay(minute * 60L));
  }

  private static Arbitrary<ZoneId> zones() {
    return Arbitraries.of(
            "Europe/Berlin",
            "America/New_York",
            "Australia/Lord_Howe",
            "Asia/Kathmandu",
            "America/Santiago",
            "Africa/Casablanca",
            "Asia/Beirut",
            "America/Scoresbysund",
            "Pacific/Apia",
            "UTC")
        .map(ZoneId::of);
  }

  private static final List<String> CHANGES =
      List.of(
          "2026-03-29T01:00:00Z", // Berlin
          "2026-10-25T01:00:00Z",
          "2026-03-08T07:00:00Z", // New York
          "2026-11-01T06:00:00Z",
          "2026-04-04T15:00:00Z", // Lord Howe
          "2026-10-03T15:30:00Z",
          "2026-04-05T03:00:00Z", // Santiago, at midnight
          "2026-09-06T04:00:00Z",
          "2026-02-15T02:00:00Z", // Casablanca
          "2026-03-28T22:00:00Z", // Beirut, at midnight
          "2026-10-24T21:00:00Z",
          "2011-12-30T10:00:00Z", // Apia, a whole day
          "2026-06-15T12:00:00Z"); // nowhere

  private static Arbitrary<Instant> moments() {
    return Combinators.combine(
            Arbitraries.of(CHANGES),
            Arbitraries.oneOf(
                Arbitraries.longs()
                    .between(-Duration.ofDays(3).toNanos(), Duration.ofDays(3).toNanos()),
                Arbitraries.integers()
                    .between(-3 * MINUTES_A_DAY, 3 * MINUTES_A_DAY)
                    .map(minute -> Duration.ofMinutes(minute).toNanos())))
        .as((change, nanos) -> Instant.parse(change).plusNanos(nanos));
  }
}
