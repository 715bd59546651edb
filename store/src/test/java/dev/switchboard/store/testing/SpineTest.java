package dev.switchboard.store.testing;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** A test class with a database of its own, empty before each test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class SpineTest {
  protected TestDatabase database;
  protected Spine spine;

  @BeforeAll
  void open() {
    database = create();
  }

  @BeforeEach
  void empty() {
    database.clear();
    spine = new Spine(database);
  }

  @AfterAll
  void close() {
    database.close();
  }

  /** The database to run on. */
  protected TestDatabase create() {
    return TestDatabase.fresh();
  }
}
