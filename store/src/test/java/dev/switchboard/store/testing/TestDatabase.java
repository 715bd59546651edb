package dev.switchboard.store.testing;

import dev.switchboard.store.database.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;

/**
 * An empty database with Switchboard's schema, for one test class; dropped when it is closed. They
 * all live on one server, which ends with the JVM: an embedded one that does not wait for the disk,
 * or the one that the system property {@code switchboard.test.database} names.
 */
public final class TestDatabase implements AutoCloseable {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final Map<Path, String> BY_FOLDER = new ConcurrentHashMap<>();

  private final TestServer server;
  private final String name;
  private final Database database;

  private TestDatabase(TestServer server) {
    this.server = server;
    this.name = newName();
    server.create(name);
    this.database = Database.external(server.url(name));
  }

  /** A database on the server that all tests share. */
  public static TestDatabase fresh() {
    return new TestDatabase(TestServer.shared());
  }

  private static String newName() {
    return "test_%d_%d".formatted(ProcessHandle.current().pid(), COUNT.incrementAndGet());
  }

  /**
   * Where a server under test with this data folder has its database: the same each time, so that
   * it finds again what it left. It goes when the folder has gone and another is asked for.
   */
  public static String urlOf(Path folder) {
    TestServer server = TestServer.shared();
    BY_FOLDER.forEach(
        (of, name) -> {
          if (!Files.exists(of) && BY_FOLDER.remove(of, name)) {
            server.drop(name);
          }
        });
    String name =
        BY_FOLDER.computeIfAbsent(
            folder.toAbsolutePath(),
            _ -> {
              String made = newName();
              server.create(made);
              return made;
            });
    return server.url(name);
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
