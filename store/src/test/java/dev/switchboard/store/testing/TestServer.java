package dev.switchboard.store.testing;

import dev.switchboard.store.database.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL server on which tests make databases. Any thread. */
public final class TestServer {
  private static final String PROPERTY = "switchboard.test.database";

  private static final String MIGRATED = "migrated";

  private final String adminUrl;
  private final String creation;

  /**
   * A server that runs already.
   *
   * @param adminUrl {@code jdbc:postgresql://host:port/database?user=…} of one who may create
   *     databases
   */
  public TestServer(String adminUrl) {
    this(adminUrl, "CREATE DATABASE %s");
  }

  private TestServer(String adminUrl, String creation) {
    this.adminUrl = adminUrl;
    this.creation = creation;
  }

  /** A new server of our own: databases are copies of one that has the schema already. */
  private static TestServer empty(String adminUrl) {
    TestServer plain = new TestServer(adminUrl);
    plain.create(MIGRATED);
    Database.external(plain.url(MIGRATED)).close();
    return new TestServer(adminUrl, "CREATE DATABASE %s TEMPLATE " + MIGRATED);
  }

  /** The server of this JVM. */
  static TestServer shared() {
    return Shared.SERVER;
  }

  void create(String name) {
    run(creation.formatted(name));
  }

  void drop(String name) {
    run("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
  }

  String url(String name) {
    return adminUrl.replaceFirst("/[^/?]*(\\?|$)", "/" + name + "$1");
  }

  private void run(String statement) {
    try (Connection connection = DriverManager.getConnection(adminUrl);
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException("can't " + statement, e);
    }
  }

  /** Started by the first who asks; its own shutdown hook ends it and deletes its folder. */
  private static final class Shared {
    static final TestServer SERVER = server(System.getProperty(PROPERTY));

    private static TestServer server(@Nullable String given) {
      return given == null || given.isBlank() ? empty(embedded()) : new TestServer(given);
    }

    private static String embedded() {
      try {
        EmbeddedPostgres postgres =
            EmbeddedPostgres.builder()
                .setLocaleConfig("locale", "C.UTF-8")
                .setServerConfig("max_connections", "200")
                .setServerConfig("jit", "off")
                .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                .start();
        return postgres.getJdbcUrl("postgres", "postgres");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
