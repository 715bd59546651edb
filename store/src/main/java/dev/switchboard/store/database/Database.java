package dev.switchboard.store.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.switchboard.store.BinaryArray;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL with Switchboard's schema, and connections to it. Any thread. */
public final class Database implements AutoCloseable {
  private static final int MAX_CONNECTIONS = 16;
  private static final int MAX_INTAKE_CONNECTIONS = 4;

  /**
   * Intake finds rows by their keys, never otherwise. A plan made while a table was small would
   * read all of it, and is kept for the life of a connection while the table grows.
   */
  private static final String BY_KEY_ONLY =
      "SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off";

  private static final int MAX_BY_KEY_CONNECTIONS = 20;

  /**
   * Whoever works on a case, or follows the log, finds some rows by their keys, whatever the keys
   * are: to plan such a statement anew takes longer than to do it. A list of cases is another
   * matter: how it is best made depends on what is asked for.
   */
  private static final String BY_KEY_WITH_ONE_PLAN =
      BY_KEY_ONLY + "; SET plan_cache_mode = force_generic_plan";

  private static final Duration CONNECT_WAIT = Duration.ofSeconds(5);
  private static final int MIN_VERSION = 150_000;

  private final @Nullable EmbeddedServer server;
  private final HikariDataSource pool;
  private final HikariDataSource intakePool;
  private final HikariDataSource byKeyPool;
  private final Jdbi jdbi;
  private final Jdbi intake;
  private final Jdbi byKey;

  private Database(@Nullable EmbeddedServer server, String url) {
    this.server = server;
    this.pool = pool("switchboard", url, MAX_CONNECTIONS, null);
    this.intakePool = pool("intake", url, MAX_INTAKE_CONNECTIONS, BY_KEY_ONLY);
    this.byKeyPool = pool("by-key", url, MAX_BY_KEY_CONNECTIONS, BY_KEY_WITH_ONE_PLAN);
    this.jdbi = Jdbi.create(pool).installPlugin(new PostgresPlugin());
    this.intake = Jdbi.create(intakePool).installPlugin(new PostgresPlugin());
    this.byKey = Jdbi.create(byKeyPool).installPlugin(new PostgresPlugin());
  }

  /**
   * Opens the embedded database of a folder, which is created if need be.
   *
   * @throws DatabaseException if it can't be started; its message says why
   */
  public static Database embedded(Path folder) {
    EmbeddedServer server = EmbeddedServer.start(folder);
    try {
      return migrated(new Database(server, server.url()));
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  /**
   * Opens a database that somebody else runs.
   *
   * @param url {@code postgresql://user:password@host:port/database} or {@code jdbc:postgresql:…}
   * @throws DatabaseException if it can't be reached or is too old
   */
  public static Database external(String url) {
    return migrated(new Database(null, DatabaseUrl.jdbc(url)));
  }

  public Jdbi jdbi() {
    return jdbi;
  }

  /** Connections for intake's lanes, whose statements are planned as look-ups by key. */
  public Jdbi intake() {
    return intake;
  }

  /** Connections for statements that find rows by their keys, and are planned once. */
  public Jdbi byKey() {
    return byKey;
  }

  /** True if the database answers now. */
  public boolean isUp() {
    try {
      return jdbi.withHandle(h -> h.createQuery("SELECT 1").mapTo(int.class).one()) == 1;
    } catch (RuntimeException _) {
      return false;
    }
  }

  /** A setting as the server sees it, for example {@code fsync}. */
  public String setting(String name) {
    return jdbi.withHandle(
        h ->
            h.createQuery("SELECT current_setting(:name)")
                .bind("name", name)
                .mapTo(String.class)
                .one());
  }

  /** The embedded server, or null if the database is somebody else's. */
  public @Nullable EmbeddedServer server() {
    return server;
  }

  @Override
  public void close() {
    closePools();
    if (server != null) {
      server.close();
    }
  }

  private void closePools() {
    byKeyPool.close();
    intakePool.close();
    pool.close();
  }

  private static Database migrated(Database database) {
    try {
      int version = Integer.parseInt(database.setting("server_version_num"));
      if (version < MIN_VERSION) {
        throw new DatabaseException(
            "Switchboard needs PostgreSQL 15 or later; this is %s"
                .formatted(database.setting("server_version")));
      }
      migrate(database.pool);
      return database;
    } catch (RuntimeException e) {
      database.closePools();
      throw e instanceof DatabaseException known
          ? known
          : new DatabaseException("The database can't be used: " + rootMessage(e), e);
    }
  }

  private static void migrate(DataSource source) {
    Flyway.configure().dataSource(source).load().migrate();
  }

  private static HikariDataSource pool(
      String name, String url, int maxConnections, @Nullable String firstStatement) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setPoolName(name);
    config.setMaximumPoolSize(maxConnections);
    config.setMinimumIdle(1);
    config.setConnectionInitSql(firstStatement);
    config.setConnectionTimeout(CONNECT_WAIT.toMillis());
    config.setInitializationFailTimeout(CONNECT_WAIT.toMillis());
    // A connection that the server dropped must not be waited for.
    config.addDataSourceProperty("socketTimeout", "60");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("binaryTransferEnable", BinaryArray.TYPES_TO_ENABLE);
    config.addDataSourceProperty("ApplicationName", "switchboard");
    if (firstStatement != null) {
      // These statements are few, and come again and again.
      config.addDataSourceProperty("prepareThreshold", "1");
    }
    try {
      return new HikariDataSource(config);
    } catch (RuntimeException e) {
      throw new DatabaseException("The database can't be reached: " + rootMessage(e), e);
    }
  }

  private static String rootMessage(Throwable e) {
    Throwable at = e;
    while (at.getCause() != null) {
      at = at.getCause();
    }
    return String.valueOf(at.getMessage());
  }
}
