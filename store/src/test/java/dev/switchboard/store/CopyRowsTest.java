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

/** Every type that goes in by COPY comes out again. */
class CopyRowsTest extends SpineTest {
  private final CopyRows rows =
      new CopyRows("copied", "n", "i", "b", "f", "at", "t", "j", "n2", "i2", "at2", "t2");
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

  @Test
  void valuesAndNullsOfEveryType() throws SQLException {
    Instant at = Instant.parse("2026-01-05T08:00:00.123456Z");
    add(Long.MIN_VALUE, Integer.MIN_VALUE, true, .25f, at, "naïve 🧳 東京 \\ \t \n", "{\"a\": [1]}");
    rows.row().add(1L).add(2).add(false);
    rows.addOrNull((Float) null).addOrNull((Instant) null).addOrNull((String) null);
    rows.addJsonOrNull(null).addOrNull((Long) null).addOrNull((Integer) null);
    rows.addOrNull((Instant) null).addOrNull((String) null);
    rows.send(handle.getConnection());

    List<Map<String, Object>> read =
        handle
            .createQuery(
                "SELECT n, i, b, f, at = :at::timestamptz AS at, t, j::text AS j, n2 FROM copied ORDER BY n")
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
    rows.send(handle.getConnection());

    assertThat(count("t = repeat('🧳', 25000) AND j->>'text' = t AND at = '2000-01-01Z'"))
        .isEqualTo(1);
    assertThat(count("t = 'row ' || n")).isEqualTo(20_000);
  }

  @Test
  void nothingIsSentTwiceAndNothingWhenThereIsNothing() throws SQLException {
    rows.send(handle.getConnection());
    add(1, 1, true, 1f, Instant.EPOCH, "before 2000", null);
    rows.send(handle.getConnection());
    rows.send(handle.getConnection());
    add(2, 2, true, 2f, Instant.EPOCH, "cleared", null);
    rows.clear();
    rows.send(handle.getConnection());

    assertThat(count("true")).isEqualTo(1);
    assertThat(count("at = '1970-01-01Z'")).isEqualTo(1);
  }

  @Test
  void afterARefusalTheRowsAreForgottenAndTheConnectionGoesOn() throws SQLException {
    add(1, 1, true, 1f, Instant.EPOCH, "with NUL \0", null);
    assertThatThrownBy(() -> rows.send(handle.getConnection()))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("22021"));
    add(2, 1, true, 1f, Instant.EPOCH, "json", "{");
    assertThatThrownBy(() -> rows.send(handle.getConnection())).isInstanceOf(SQLException.class);
    add(3, 1, true, 1f, Instant.EPOCH, "fine", "{}");
    rows.send(handle.getConnection());

    assertThat(count("true")).isEqualTo(1);
  }

  private void add(long n, int i, boolean b, float f, Instant at, String t, @Nullable String json) {
    rows.row().add(n).add(i).add(b).addOrNull(Float.valueOf(f)).add(at).add(t);
    rows.addJsonOrNull(json).addOrNull(Long.valueOf(n)).addOrNull(Integer.valueOf(i));
    rows.addOrNull(at).addOrNull(t);
  }

  private long count(String where) {
    return handle.createQuery("SELECT count(*) FROM copied WHERE " + where).mapTo(long.class).one();
  }
}
