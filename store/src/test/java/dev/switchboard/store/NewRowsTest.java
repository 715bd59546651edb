package dev.switchboard.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.store.testing.SpineTest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every type that goes in comes out again, few rows by INSERT, many by COPY. */
class NewRowsTest extends SpineTest {
  private final NewRows rows =
      new NewRows(
          "copied",
          "n int8",
          "i int4",
          "b bool",
          "f float4",
          "at timestamptz",
          "t text",
          "j jsonb",
          "n2 int8",
          "i2 int4",
          "at2 timestamptz",
          "t2 text");
  private Handle handle;

  @BeforeEach
  void table() {
    handle = spine.jdbi.open();
    handle.execute(
        """
        CREATE TEMP TABLE copied (n bigint, i int, b boolean, f real, at timestamptz, t text,
          j jsonb, n2 bigint, i2 int, at2 timestamptz, t2 text)
        """);
  }

  @AfterEach
  void end() {
    handle.execute("DROP TABLE copied");
    handle.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1_000})
  void valuesAndNullsOfEveryType(int more) throws SQLException {
    Instant at = Instant.parse("2026-01-05T08:00:00.123456Z");
    add(Long.MIN_VALUE, Integer.MIN_VALUE, true, .25f, at, "naïve 🧳 東京 \\ \t \n", "{\"a\": [1]}");
    addNulls();
    for (int i = 0; i < more; i++) {
      add(i + 10, 7, true, 1f, at, "more", "[]");
    }
    send();

    List<Map<String, Object>> read =
        handle
            .createQuery(
                "SELECT n, i, b, f, at = :at::timestamptz AS at, t, j::text AS j, n2 FROM copied WHERE i <> 7 ORDER BY n")
            .bind("at", at.toString())
            .mapToMap()
            .list();
    assertThat(read.getFirst())
        .containsEntry("n", Long.MIN_VALUE)
        .containsEntry("i", Integer.MIN_VALUE)
        .containsEntry("b", true)
        .containsEntry("f", .25f)
        .containsEntry("at", true)
        .containsEntry("t", "naïve 🧳 東京 \\ \t \n")
        .containsEntry("j", "{\"a\": [1]}")
        .containsEntry("n2", Long.MIN_VALUE);
    assertThat(read.getLast()).containsEntry("b", false).containsEntry("n2", null);
    assertThat(count("f IS NULL AND at IS NULL AND t IS NULL AND j IS NULL AND i2 IS NULL"))
        .isEqualTo(1);
  }

  @Test
  void aHundredKilobytesAndManyRowsAreSentInPieces() throws SQLException {
    String large = "🧳".repeat(25_000);
    Instant at = Instant.parse("2000-01-01T00:00:00Z");
    add(1, 1, true, 1f, at, large, "{\"text\": \"" + large + "\"}");
    for (int i = 0; i < 20_000; i++) {
      add(i, i, true, 1f, at, "row " + i, null);
    }
    send();

    assertThat(count("t = repeat('🧳', 25000) AND j->>'text' = t AND at = '2000-01-01Z'"))
        .isEqualTo(1);
    assertThat(count("t = 'row ' || n")).isEqualTo(20_000);
  }

  @Test
  void nothingIsSentTwiceAndNothingWhenThereIsNothing() throws SQLException {
    send();
    add(1, 1, true, 1f, Instant.EPOCH, "before 2000", null);
    send();
    send();
    add(2, 2, true, 2f, Instant.EPOCH, "cleared", null);
    rows.clear();
    send();

    assertThat(count("true")).isEqualTo(1);
    assertThat(count("at = '1970-01-01Z'")).isEqualTo(1);
  }

  @Test
  void afterARefusalTheRowsAreForgottenAndTheConnectionGoesOn() throws SQLException {
    add(1, 1, true, 1f, Instant.EPOCH, "with NUL \0", null);
    assertThatThrownBy(() -> send())
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("22021"));
    add(2, 1, true, 1f, Instant.EPOCH, "json", "{");
    assertThatThrownBy(() -> send()).isInstanceOf(SQLException.class);
    add(3, 1, true, 1f, Instant.EPOCH, "fine", "{}");
    send();

    assertThat(count("true")).isEqualTo(1);
  }

  private void add(long n, int i, boolean b, float f, Instant at, String t, @Nullable String json) {
    RowBuffer row = rows.row().add(n).add(i).add(b).addOrNull(Float.valueOf(f)).add(at).add(t);
    row.addJsonOrNull(json).addOrNull(Long.valueOf(n)).addOrNull(Integer.valueOf(i));
    row.addOrNull(at).addOrNull(t);
  }

  private void addNulls() {
    RowBuffer row = rows.row().add(1L).add(2).add(false);
    row.addOrNull((Float) null).addOrNull((Instant) null).addOrNull((String) null);
    row.addJsonOrNull(null).addOrNull((Long) null).addOrNull((Integer) null);
    row.addOrNull((Instant) null).addOrNull((String) null);
  }

  private void send() throws SQLException {
    Statements statements = new Statements(handle.getConnection());
    rows.write(statements);
    statements.run();
  }

  private long count(String where) {
    return handle.createQuery("SELECT count(*) FROM copied WHERE " + where).mapTo(long.class).one();
  }
}
