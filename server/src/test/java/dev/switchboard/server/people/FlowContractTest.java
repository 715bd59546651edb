package dev.switchboard.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.people.Role;
import dev.switchboard.engine.process.FlowKey;
import dev.switchboard.server.api.ApiClient.Answer;
import dev.switchboard.store.process.FlowStore;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A company that works by the flow of a service team, over HTTP. */
@TestInstance(Lifecycle.PER_CLASS)
class FlowContractTest {
  private ClosedCompany company;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    company = ClosedCompany.start(folder);
    company.add("Nora New", Role.AGENT);
    company.add("Leo Lead", Role.LEAD);
  }

  @AfterAll
  void stop() {
    company.close();
  }

  private long newCase(String brand) throws Exception {
    long first = company.newCase(brand + "-before");
    assertThat(first).isPositive();
    new FlowStore(company.server.running.switchboard().database().jdbi())
        .inTransaction(
            company.server.clock.instant(),
            tx ->
                tx.activate(
                    tx.lockBrand(brand + "-before").orElseThrow(),
                    new FlowKey("service-team", 1),
                    null));
    String post =
        company.server.post(
            brand, brand + "-1", "brand", brand + "-before", "author", "somebody else");
    assertThat(
            company
                .server
                .api
                .send(
                    company
                        .server
                        .api
                        .request("/api/v1/posts")
                        .header("Authorization", "Bearer " + ClosedCompany.SCRIPT)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(post)))
                .number("accepted"))
        .isEqualTo(1);
    return company
        .getWithKey(ClosedCompany.SCRIPT, "/api/v1/cases?sort=newest&limit=1&channel=x:@" + brand)
        .json()
        .path("items")
        .path(0)
        .path("id")
        .asLong();
  }

  private JsonNode awaitStep(long id, String step) throws Exception {
    for (int looks = 0; looks < 3_000; looks++) {
      JsonNode found = company.getWithKey(ClosedCompany.SCRIPT, "/api/v1/cases/" + id).json();
      if (found.path("step").path("step").asString("").equals(step)) {
        return found;
      }
      LockSupport.parkNanos(10_000_000);
    }
    throw new AssertionError("case %d never came to %s".formatted(id, step));
  }

  /** Somebody does something, by a program: a test here moves the clock past all sessions. */
  private Answer act(String who, long id, String action, Object... more) throws Exception {
    Map<String, Object> body = new HashMap<>(Map.of("agent", who));
    for (int i = 0; i < more.length; i += 2) {
      body.put(String.valueOf(more[i]), more[i + 1]);
    }
    return company.script("/api/v1/cases/%d/%s".formatted(id, action), body);
  }

  @Test
  void aCaseShowsItsStepAndGoesToThoseWhoKnow() throws Exception {
    long id = newCase("flowing");
    JsonNode opened = awaitStep(id, "queue");
    assertThat(opened.path("step").path("flow").asString("")).isEqualTo("service-team");
    assertThat(opened.path("step").path("due").asString("")).isEqualTo("firstAnswer");
    assertThat(opened.path("deadlines")).hasSize(2);
    assertThat(act("Nora New", id, "pass-on").text("type")).endsWith("nowhere-to-pass-on");
    long token = act("Nora New", id, "claim").number("token");
    awaitStep(id, "work");
    Answer passed = act("Nora New", id, "pass-on", "token", token, "note", "it is about a refund");
    assertThat(passed.text("state")).isEqualTo("waiting");
    awaitStep(id, "second-level");
    Answer refused = act("Nora New", id, "claim");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("type")).endsWith("not-for-you");
    assertThat(refused.text("for")).isEqualTo("people who know rebooking or refunds");
    assertThat(
            company
                .getWithKey(ClosedCompany.SCRIPT, "/api/v1/cases?step=second-level")
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asLong())
        .isEqualTo(id);
  }

  @Test
  void whatIsLateIsAnExceptionAndIsListed() throws Exception {
    long id = newCase("late");
    awaitStep(id, "queue");
    company.server.clock.advance(Duration.ofDays(7));
    for (int looks = 0; looks < 3_000; looks++) {
      JsonNode late =
          company.getWithKey(ClosedCompany.SCRIPT, "/api/v1/cases?due=late").json().path("items");
      if (late.valueStream().anyMatch(each -> each.path("id").asLong() == id)) {
        break;
      }
      LockSupport.parkNanos(10_000_000);
    }
    JsonNode found = company.getWithKey(ClosedCompany.SCRIPT, "/api/v1/cases/" + id).json();
    assertThat(found.path("step").path("late").asBoolean()).isTrue();
    assertThat(found.path("exceptions").valueStream().map(x -> x.path("kind").asString("")))
        .contains("deadline_breached", "escalated")
        .doesNotContain("deadline_in_danger");
    // A lead was called, and may act; so may agents still.
    Answer claimed = act("Leo Lead", id, "claim");
    assertThat(claimed.status()).as(claimed.body()).isEqualTo(200);
  }
}
