package dev.switchboard.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.store.testing.SpineTest;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Statements that go to the database together. */
class StatementsTest extends SpineTest {
  private Handle handle;

  @BeforeEach
  void table() {
    handle = spine.jdbi.open();
    handle.execute("CREATE TEMP TABLE words (n bigint PRIMARY KEY, word text)");
  }

  @AfterEach
  void end() {
    handle.execute("DROP TABLE words");
    handle.close();
  }

  @Test
  void eachSeesWhatTheOnesBeforeItDid() {
    List<String> seen = new ArrayList<>();
    Statements.together(
        handle,
        all -> {
          all.update("INSERT INTO words VALUES (?, ?), (?, ?)", 1L, "one", 2L, null);
          all.query("SELECT word FROM words ORDER BY n", row -> seen.add(row.getString("word")));
          all.update("UPDATE words SET word = ? WHERE n = ?", "two; or so", 2L);
          all.query(
              "SELECT word FROM words WHERE n = ?", row -> seen.add(row.getString("word")), 2L);
        });
    assertThat(seen).containsExactly("one", null, "two; or so");
  }

  @Test
  void whatIsTooMuchForOneTripGoesInMore() {
    String page = "é".repeat(20_000);
    Statements.together(
        handle,
        all -> {
          for (long n = 0; n < 100; n++) {
            all.update("INSERT INTO words VALUES (?, ?)", n, page);
          }
        });
    assertThat(handle.createQuery("SELECT sum(length(word)) FROM words").mapTo(long.class).one())
        .isEqualTo(2_000_000);
  }

  @Test
  void oneThatIsRefusedSaysSo() {
    assertThatThrownBy(
            () ->
                Statements.together(
                    handle,
                    all -> {
                      all.update("INSERT INTO words VALUES (?, ?)", 1L, "one");
                      all.update("INSERT INTO words VALUES (?, ?)", 1L, "again");
                    }))
        .isInstanceOf(JdbiException.class)
        .hasRootCauseMessage(
            "ERROR: duplicate key value violates unique constraint \"words_pkey\"\n"
                + "  Detail: Key (n)=(1) already exists.");
  }
}
