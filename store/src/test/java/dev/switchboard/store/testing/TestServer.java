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

  private final String adminUrl;
  private @Nullable String template;

  /**
   * A server that runs already.
   *
   * @param adminUrl {@code jdbc:postgresql://host:port/database?user=…} of one who may create
   *     databases
   */
  public TestServer(String adminUrl) {
    this.adminUrl = adminUrl;
  }

  /** The server of this JVM. */
  static TestServer shared() {
    return Shared.SERVER;
  }

  /** Makes a database with the schema in it, as a copy of the first one. */
  void create(String name) {
    run("CREATE DATABASE %s TEMPLATE %s".formatted(name, template()));
  }

  private synchronized String template() {
    if (template == null) {
      String name = "template_%d".formatted(ProcessHandle.current().pid());
      run("CREATE DATABASE " + name);
      Database.external(url(name)).close();
      template = name;
    }
    return template;
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
    static final TestServer SERVER = new TestServer(url(System.getProperty(PROPERTY)));

    private static String url(@Nullable String given) {
      return given == null || given.isBlank() ? embedded() : given;
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
