package dev.switchboard.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.channels.memory.MemoryNetwork;
import dev.switchboard.engine.casework.CasePolicy;
import dev.switchboard.server.api.MovableClock;
import dev.switchboard.server.app.Reach;
import dev.switchboard.server.app.RunningServer;
import dev.switchboard.server.app.Settings;
import dev.switchboard.server.routing.RoutingSettings;
import dev.switchboard.server.web.Listening;
import dev.switchboard.store.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server with a certificate of its own. */
class TlsTest {
  private static final String STORE_PASSWORD = "only-for-a-test";

  @Test
  void underTlsTheCookieIsBoundToTheHost(@TempDir Path folder) throws Exception {
    KeyStore keys = keys(folder);
    Path certificate = pem(folder, "CERTIFICATE", keys.getCertificate("own").getEncoded());
    Path key =
        pem(folder, "PRIVATE KEY", keys.getKey("own", STORE_PASSWORD.toCharArray()).getEncoded());
    Listening listening = new Listening("127.0.0.1", Set.of(), certificate, key, false);
    MovableClock clock = new MovableClock();
    MemoryNetwork network = new MemoryNetwork(clock, 1, 10);
    Settings settings =
        new Settings(
                folder.resolve("data"),
                TestDatabase.urlOf(folder.resolve("data")),
                0,
                null,
                CasePolicy.DEFAULT)
            .with(new Reach(listening, SessionTimes.DEFAULT))
            .with(RoutingSettings.OFF);
    try (RunningServer server = RunningServer.start(settings, _ -> network, clock);
        HttpClient http = HttpClient.newBuilder().sslContext(trusting(keys)).build()) {
      String first = server.switchboard().accounts().links().makeFirst().orElseThrow();
      URI link = URI.create("https://localhost:%d/first/%s".formatted(server.port(), first));
      HttpResponse<String> page =
          http.send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofString());
      assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();
      String token = page.headers().firstValue("Set-Cookie").orElseThrow();
      assertThat(token).startsWith("XSRF-TOKEN=").contains("Secure", "SameSite=Strict");
      String value = token.substring("XSRF-TOKEN=".length(), token.indexOf(';'));
      HttpResponse<String> made =
          http.send(
              HttpRequest.newBuilder(link)
                  .header("Cookie", "XSRF-TOKEN=" + value)
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(
                      HttpRequest.BodyPublishers.ofString(
                          "_csrf="
                              + value
                              + "&name=Ada&login=ada&password=violet+tram+eats+gravel"))
                  .build(),
              BodyHandlers.ofString());
      assertThat(made.statusCode()).as(made.body()).isEqualTo(303);
      List<String> cookies = made.headers().allValues("Set-Cookie");
      assertThat(cookies)
          .anySatisfy(
              cookie ->
                  assertThat(cookie)
                      .startsWith("__Host-session=")
                      .contains("; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/")
                      .doesNotContain("Domain"));
    }
  }

  private static KeyStore keys(Path folder) throws Exception {
    Path store = folder.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "own",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-keystore",
                store.toString(),
                "-storepass",
                STORE_PASSWORD)
            .redirectErrorStream(true)
            .start();
    assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, STORE_PASSWORD.toCharArray());
    }
    return keys;
  }

  private static Path pem(Path folder, String kind, byte[] bytes) throws IOException {
    String text =
        "-----BEGIN %s-----%n%s%n-----END %s-----%n"
            .formatted(kind, Base64.getMimeEncoder().encodeToString(bytes), kind);
    return Files.writeString(folder.resolve(kind.replace(' ', '-') + ".pem"), text);
  }

  private static SSLContext trusting(KeyStore keys) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("own", keys.getCertificate("own"));
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    return context;
  }
}
