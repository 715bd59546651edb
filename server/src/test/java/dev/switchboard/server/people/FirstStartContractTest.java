package dev.switchboard.server.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.engine.people.Role;
import dev.switchboard.server.api.TestServer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server is open until its first administrator, and closed from then on. */
class FirstStartContractTest {
  @Test
  void itIsOpenUntilTheFirstAdministratorAndClosedFromThenOn(@TempDir Path folder)
      throws Exception {
    try (TestServer server = TestServer.start(folder, null)) {
      Visitor visitor = new Visitor(server.api);
      assertThat(server.api.get("/api/v1/cases").status()).isEqualTo(200);
      assertThat(visitor.get("/sign-in").header("Location")).isEqualTo("/welcome");
      assertThat(visitor.get("/keys").status()).isIn(303, 403);
      assertThat(server.api.get("/api/v1/keys").text("type")).endsWith("no-administrator");
      Links links = server.running.switchboard().accounts().links();
      String old = links.makeFirst().orElseThrow();
      String secret = links.makeFirst().orElseThrow();
      assertThat(visitor.get("/first/" + old).status()).as("replaced").isEqualTo(404);
      assertThat(visitor.get("/first/" + Secrets.fresh()).status()).isEqualTo(404);
      assertThat(visitor.get("/first/" + secret).body()).contains("you are the administrator");
      String[] form = {"name", "Ada", "login", "ada", "password", "violet tram eats gravel"};
      assertThat(
              visitor
                  .form("/first/" + secret, "name", "Ada", "login", "ada", "password", "short")
                  .body())
          .contains("at least 12 characters");
      assertThat(visitor.form("/first/" + secret, form).header("Location")).isEqualTo("/people");
      assertThat(visitor.get("/people").status()).isEqualTo(200);
      assertThat(new Visitor(server.api).form("/first/" + secret, form).status()).isEqualTo(400);
      assertThat(server.api.get("/api/v1/cases").status()).isEqualTo(401);
      assertThat(server.api.get("/api/v1/nothing").status()).isEqualTo(401);
      assertThat(server.api.get("/health").status()).isEqualTo(200);
      assertThat(new Visitor(server.api).get("/cases/1").header("Location"))
          .isEqualTo("/sign-in?to=%2Fcases%2F1");
    }
  }

  @Test
  void theFirstMayNotTakeANameThatAScriptHasGivenAndTheLinkGoesOn(@TempDir Path folder)
      throws Exception {
    try (TestServer server = TestServer.start(folder, "some key")) {
      Accounts accounts = server.running.switchboard().accounts();
      Caller script = new Caller.Script();
      var ben = (AccountResult.Done) accounts.people().add(script, "Ben", "ben", Role.AGENT);
      int id = (int) ben.id();
      assertThat(accounts.people().setRole(script, id, Role.LEAD))
          .as("nobody administers before, so nobody stops to")
          .isInstanceOf(AccountResult.Done.class);
      assertThat(accounts.people().disable(null, id)).isInstanceOf(AccountResult.Done.class);
      String link = "/first/" + accounts.links().makeFirst().orElseThrow();
      Visitor visitor = new Visitor(server.api);
      String password = "violet tram eats gravel";
      assertThat(visitor.form(link, "name", "Ben", "login", "ben2", "password", password).body())
          .contains("There is somebody of that name");
      assertThat(visitor.form(link, "name", "Ada", "login", "ada", "password", password).status())
          .isEqualTo(303);
    }
  }

  @Test
  void whoCantReadWhetherThereIsAnAdministratorDoesNotStart() {
    Jdbi away =
        Jdbi.create(
            () -> {
              throw new SQLException("away", "08001");
            });
    assertThatThrownBy(
            () ->
                new Accounts(
                    away,
                    null,
                    SessionTimes.DEFAULT,
                    PasswordWork.DEFAULT,
                    InstantSource.system(),
                    () -> {}))
        .isInstanceOf(JdbiException.class);
  }

  @Test
  void theFirstLinkIsTooOldAfterADay(@TempDir Path folder) throws Exception {
    try (TestServer server = TestServer.start(folder, null)) {
      String secret = server.running.switchboard().accounts().links().makeFirst().orElseThrow();
      server.clock.advance(Duration.ofHours(25));
      assertThat(new Visitor(server.api).get("/first/" + secret).status()).isEqualTo(404);
    }
  }
}
