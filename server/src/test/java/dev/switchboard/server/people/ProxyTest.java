package dev.switchboard.server.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.channels.memory.MemoryNetwork;
import dev.switchboard.engine.casework.CasePolicy;
import dev.switchboard.server.api.ApiClient;
import dev.switchboard.server.api.MovableClock;
import dev.switchboard.server.app.Reach;
import dev.switchboard.server.app.RunningServer;
import dev.switchboard.server.app.Settings;
import dev.switchboard.server.routing.RoutingSettings;
import dev.switchboard.server.web.Listening;
import dev.switchboard.store.testing.TestDatabase;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server behind a reverse proxy: who is believed, and that it is closed first. */
class ProxyTest {
  private static final String SECURE = "Secure";

  private static RunningServer start(Path folder, Set<String> proxies) throws Exception {
    MovableClock clock = new MovableClock();
    MemoryNetwork network = new MemoryNetwork(clock, 1, 10);
    Listening listening = new Listening("127.0.0.1", Set.of(), null, null, true, proxies);
    Settings settings =
        new Settings(folder, TestDatabase.urlOf(folder), 0, null, CasePolicy.DEFAULT)
            .with(new Reach(listening, SessionTimes.DEFAULT))
            .with(RoutingSettings.OFF);
    return RunningServer.start(settings, _ -> network, clock);
  }

  /** The cookie of the form's token, as the proxy gets it for a browser that speaks TLS. */
  private static String cookie(RunningServer server) throws Exception {
    try (ApiClient client = new ApiClient(server.port())) {
      return client
          .send(
              client
                  .request("/sign-in")
                  .header("Accept", "text/html")
                  .header("X-Forwarded-Proto", "https")
                  .header("X-Forwarded-For", "192.0.2.7")
                  .GET())
          .header("Set-Cookie");
    }
  }

  @Test
  void onlyTheNamedProxyIsBelieved(@TempDir Path folder) throws Exception {
    assertThatThrownBy(() -> start(folder, Set.of()).close())
        .hasMessageContaining("need an administrator first");
    ClosedCompany.start(folder).close();
    try (RunningServer server = start(folder, Set.of())) {
      assertThat(cookie(server)).startsWith("XSRF-TOKEN=").contains(SECURE);
      keepsPasswordsInEarnest(server);
    }
    try (RunningServer server = start(folder, Set.of("10.0.0.0/8", "fc00::/7"))) {
      assertThat(cookie(server)).startsWith("XSRF-TOKEN=").doesNotContain(SECURE);
    }
  }

  /** Its people chose their passwords while a server of the tests kept them with less work. */
  private static void keepsPasswordsInEarnest(RunningServer server) {
    Accounts accounts = server.switchboard().accounts();
    assertThat(hashOfTheFirst(accounts)).contains("$m=64,t=1,p=1$");
    assertThat(
            accounts.signIn().signIn("ada@example.com", ClosedCompany.PASSWORD, "192.0.2.7", null))
        .isInstanceOf(SignInResult.Done.class);
    assertThat(hashOfTheFirst(accounts)).contains("$m=19456,t=2,p=1$");
  }

  private static String hashOfTheFirst(Accounts accounts) {
    return String.valueOf(accounts.people().all().getFirst().passwordHash());
  }
}
