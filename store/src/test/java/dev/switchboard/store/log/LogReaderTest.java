package dev.switchboard.store.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.store.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Writers commit in every order, step by step on connections of their own; readers miss nothing.
 */
class LogReaderTest {
  private static TestDatabase database;

  private final List<Handle> writers = new ArrayList<>();
  private LogReader reader;

  @BeforeAll
  static void start() {
    database = TestDatabase.fresh();
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @BeforeEach
  void atTheEnd() throws InterruptedException {
    reader = LogReader.atEnd(new EventLog(database.jdbi()), 100, 50);
  }

  @AfterEach
  void endWriters() {
    writers.forEach(Handle::close);
  }

  @Test
  void inOrderEachEventIsGivenOnce() {
    write(writer(), "a").commit();
    write(writer(), "b").commit();

    assertThat(next()).containsExactly("a", "b");
    assertThat(next()).isEmpty();
    assertThat(reader.isWaiting()).isFalse();
  }

  @Test
  void anEventBehindAHoleWaitsUntilTheHoleIsFilled() {
    Handle slow = write(writer(), "first");
    write(writer(), "second").commit();

    assertThat(next()).isEmpty();
    assertThat(reader.isWaiting()).isTrue();
    slow.commit();
    assertThat(untilNothingWaits()).containsExactly("first", "second");
  }

  @Test
  void aHoleThatStaysEmptyHoldsNobodyUpForLong() {
    Handle slow = write(writer(), "never");
    write(writer(), "second").commit();

    assertThat(next()).isEmpty();
    slow.rollback();
    assertThat(untilNothingWaits()).containsExactly("second");
  }

  /** The trap: its transaction is the younger one, and the snapshot does not name it as running. */
  @Test
  void aYoungerTransactionWithALowerNumberIsWaitedFor() {
    Handle older = writer();
    older.execute("SELECT pg_current_xact_id()");
    Handle younger = write(writer(), "first");
    write(older, "second").commit();

    assertThat(next()).isEmpty();
    younger.commit();
    assertThat(untilNothingWaits()).containsExactly("first", "second");
  }

  @Test
  void whoStartsAtTheEndWaitsForAYoungerTransactionWithALowerNumber() throws InterruptedException {
    EventLog log = new EventLog(database.jdbi());
    Handle older = writer();
    older.execute("SELECT pg_current_xact_id()");
    Handle younger = write(writer(), "first");
    write(older, "second").commit();

    assertThatThrownBy(() -> LogReader.atEnd(log, 100, 3))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("has been running");
    younger.commit();
    LogReader late = LogReader.atEnd(log, 100, 50);
    write(writer(), "third").commit();
    assertThat(words(late.next())).containsExactly("third");
  }

  @Test
  void aLongTransactionHoldsBackOnlyWhatComesAfterItsHole() {
    write(writer(), "before").commit();
    Handle slow = write(writer(), "hole");
    write(writer(), "after").commit();

    assertThat(next()).containsExactly("before");
    assertThat(next()).isEmpty();
    assertThat(next()).isEmpty();
    slow.commit();
    assertThat(untilNothingWaits()).containsExactly("hole", "after");
  }

  @Test
  void aLongTransactionThatBeganAfterTheHoleHoldsNothingUp() {
    Handle slow = write(writer(), "hole");
    write(writer(), "after").commit();
    assertThat(next()).isEmpty();

    Handle hanging = writer();
    hanging.execute("SELECT pg_current_xact_id()");
    slow.rollback();

    assertThat(untilNothingWaits()).containsExactly("after");
    hanging.rollback();
  }

  @Test
  void numbersOfOneTransactionThatSurroundAnothersAreGivenInOrder() {
    Handle outer = write(writer(), "1");
    write(writer(), "2").commit();
    write(outer, "3");
    write(writer(), "4").commit();

    assertThat(next()).isEmpty();
    outer.commit();
    assertThat(untilNothingWaits()).containsExactly("1", "2", "3", "4");
  }

  @Test
  void aSmallReaderGivesTheSameInSmallPieces() {
    Handle slow = write(writer(), "1");
    for (int i = 2; i <= 7; i++) {
      write(writer(), Integer.toString(i)).commit();
    }
    LogReader small = new LogReader(new EventLog(database.jdbi()), reader.settled(), 2);
    assertThat(small.next()).isEmpty();
    slow.commit();

    List<String> given = new ArrayList<>();
    for (int calls = 0; calls < 20; calls++) {
      List<LoggedEvent> some = small.next();
      assertThat(some).hasSizeLessThanOrEqualTo(2);
      given.addAll(words(some));
    }
    assertThat(given).containsExactly("1", "2", "3", "4", "5", "6", "7");
  }

  private List<String> next() {
    return words(reader.next());
  }

  /** All that comes until nothing is left behind; bounded. */
  private List<String> untilNothingWaits() {
    List<String> given = new ArrayList<>();
    for (int calls = 0; calls < 10; calls++) {
      given.addAll(next());
    }
    assertThat(reader.isWaiting()).isFalse();
    return given;
  }

  private static List<String> words(List<LoggedEvent> events) {
    return events.stream().map(LoggedEvent::type).toList();
  }

  /** A writer in a transaction of its own, which has no id yet. */
  private Handle writer() {
    Handle handle = database.jdbi().open();
    writers.add(handle);
    return handle.begin();
  }

  private static Handle write(Handle writer, String type) {
    writer.execute("INSERT INTO events (at, type, data) VALUES (now(), ?, '{}')", type);
    return writer;
  }
}
