package dev.switchboard.store.testing;

import dev.switchboard.store.database.Database;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;

/**
 * An empty database with Switchboard's schema, for one test class; dropped when it is closed. They
 * all live on one server, which ends with the JVM: an embedded one that does not wait for the disk,
 * or the one that the system property {@code switchboard.test.database} names.
 */
public final class TestDatabase implements AutoCloseable {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final TestServer server;
  private final String name;
  private final Database database;

  private TestDatabase(TestServer server) {
    this.server = server;
    this.name = "test_%d_%d".formatted(ProcessHandle.current().pid(), COUNT.incrementAndGet());
    server.create(name);
    this.database = Database.external(server.url(name));
  }

  /** A database on the server that all tests share. */
  public static TestDatabase fresh() {
    return new TestDatabase(TestServer.shared());
  }

  /** A database on a server of one's own. */
  public static TestDatabase on(TestServer server) {
    return new TestDatabase(server);
  }

  public Database database() {
    return database;
  }

  public Jdbi jdbi() {
    return database.jdbi();
  }

  /** Where it is, for those who open it themselves. */
  public String url() {
    return server.url(name);
  }

  /** Empties all tables; numbers go on where they were. */
  public void clear() {
    jdbi()
        .useHandle(
            h ->
                h.execute(
                    """
                    DO $$ BEGIN EXECUTE (
                      SELECT 'TRUNCATE ' || string_agg(quote_ident(tablename), ', ')
                      FROM pg_tables
                      WHERE schemaname = 'public' AND tablename <> 'flyway_schema_history');
                    END $$
                    """));
  }

  @Override
  public void close() {
    database.close();
    server.drop(name);
  }
}
