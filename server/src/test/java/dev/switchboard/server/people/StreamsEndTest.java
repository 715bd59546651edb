package dev.switchboard.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.people.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * Streams end when whoever reads them may not any more. Five seconds are what is promised (the
 * judge's bound, not a measure of speed).
 */
@TestInstance(Lifecycle.PER_CLASS)
class StreamsEndTest {
  private static final Duration PROMISED = Duration.ofSeconds(5);
  private ClosedCompany company;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    company = ClosedCompany.start(folder);
  }

  @AfterAll
  void stop() {
    company.close();
  }

  /** An open stream; done when it has ended. */
  private CompletableFuture<Void> open(HttpRequest.Builder request) throws Exception {
    HttpResponse<InputStream> answer =
        company
            .server
            .api
            .http()
            .send(
                request.timeout(Duration.ofMinutes(2)).GET().build(), BodyHandlers.ofInputStream());
    assertThat(answer.statusCode()).isEqualTo(200);
    InputStream body = answer.body();
    assertThat(body.read()).isNotNegative();
    return CompletableFuture.runAsync(
        () -> {
          try (body) {
            body.transferTo(OutputStream.nullOutputStream());
          } catch (IOException e) {
            // A connection that is cut has ended, too.
          }
        });
  }

  private static void assertEnds(CompletableFuture<Void> stream) throws Exception {
    stream.get(PROMISED.toNanos(), TimeUnit.NANOSECONDS);
    assertThat(stream).isCompleted();
  }

  @Test
  void aRoleTakenAwayEndsTheStreamsOfThatPersonOnly() throws Exception {
    Visitor sam = company.add("Sam", Role.LEAD);
    Visitor tea = company.add("Tea", Role.LEAD);
    var page = open(sam.request("/console/live"));
    var events = open(sam.request("/api/v1/events"));
    var others = open(tea.request("/console/live"));
    company.script(
        "/api/v1/people/%d/role".formatted(company.id("Sam")), Map.of("role", "readOnly"));
    assertEnds(page);
    assertEnds(events);
    assertThat(others).isNotDone();
    // Whoever may still read comes back.
    var again = open(sam.request("/console/live"));
    sam.form("/sign-out");
    assertEnds(again);
    company.script("/api/v1/people/%d/disable".formatted(company.id("Tea")), Map.of());
    assertEnds(others);
  }

  @Test
  void aKeyRevokedEndsItsStreams() throws Exception {
    var made =
        company.ada.call("/api/v1/keys", Map.of("name", "reader", "scopes", List.of("read")));
    var stream =
        open(
            company
                .server
                .api
                .request("/api/v1/events")
                .header("Authorization", "Bearer " + made.text("key")));
    company.ada.call("/api/v1/keys/%d/revoke".formatted(made.number("id")), Map.of());
    assertEnds(stream);
  }

  @Test
  void whatAnotherProcessTookAwayEndsTheStreamToo() throws Exception {
    Visitor uma = company.add("Uma", Role.AGENT);
    var stream = open(uma.request("/console/live"));
    // Another server on the same database: nothing in this process is told of it.
    Accounts elsewhere =
        new Accounts(
            company.server.running.switchboard().database().jdbi(),
            null,
            SessionTimes.DEFAULT,
            PasswordWork.DEFAULT,
            company.server.clock,
            () -> {});
    elsewhere.people().disable(null, company.id("Uma"));
    assertEnds(stream);
  }
}
