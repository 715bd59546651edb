package dev.switchboard.engine.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {
  @Property
  void readsWhatTheStandardLibraryWrites(
      @ForAll @LongRange(min = 0, max = 8_000_000_000L) long second,
      @ForAll @IntRange(max = 999_999_999) int nano,
      @ForAll @IntRange(min = -1_079, max = 1_079) int offsetMinutes) {
    Instant at = Instant.ofEpochSecond(second, nano);
    OffsetDateTime there = at.atOffset(ZoneOffset.ofTotalSeconds(offsetMinutes * 60));
    assertThat(Rfc3339.parse(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(there)))
        .isEqualTo(at.truncatedTo(ChronoUnit.MICROS));
  }

  @Property
  void anyTextIsReadOrRefusedWithoutAnException(@ForAll String text) {
    Instant at = Rfc3339.parse(text);
    assertThat(at == null || text.length() >= 20).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "2024-02-29t23:59:59z,2024-02-29T23:59:59Z",
    "2026-03-01 12:00:00-00:30,2026-03-01T12:30:00Z",
    "2016-12-31T23:59:60Z,2017-01-01T00:00:00Z",
    "2026-03-01T12:00:00.1234567891234Z,2026-03-01T12:00:00.123456Z",
  })
  void readsTheFormsThatTheStandardAllows(String text, Instant at) {
    assertThat(Rfc3339.parse(text)).isEqualTo(at);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2023-02-29T00:00:00Z",
        "2026-13-01T00:00:00Z",
        "2026-00-01T00:00:00Z",
        "2026-01-01T24:00:00Z",
        "2026-01-01T00:60:00Z",
        "2026-01-01T00:00:00.Z",
        "2026-01-01T00:00:00",
        "2026-01-01T00:00:00+0100",
        "2026-01-01T00:00:00+01:60",
        "2026-01-01T00:00:00ZZ",
        "2026-01-01T00:0a:00Z",
        "20 6-01-01T00:00:00Z",
      })
  void refusesTheRest(String text) {
    assertThat(Rfc3339.parse(text)).isNull();
  }
}
