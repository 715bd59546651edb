package dev.switchboard.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.channels.flows.ShippedFlows;
import dev.switchboard.engine.people.Role;
import dev.switchboard.engine.process.FlowKey;
import dev.switchboard.server.api.ApiClient;
import dev.switchboard.server.api.ApiClient.Answer;
import dev.switchboard.server.app.Switchboard;
import dev.switchboard.server.flows.FlowBook;
import dev.switchboard.store.process.FlowStore;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Flows over HTTP: read by all, written by managers, kept in versions, chosen for brands. */
@TestInstance(Lifecycle.PER_CLASS)
class FlowsContractTest {
  private static final String SMALL =
      """
      flow: %s
      version: %d
      steps:
        queue: {state: waiting, who: {teams: [Nobody's]}}
        work: {state: claimed}
        sending: {state: pending}
        answered: {state: answered}
        done: {state: closed}
      """;

  private ClosedCompany company;
  private Visitor mia;
  private Visitor abe;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    company = ClosedCompany.start(folder);
    mia = company.add("Mia", Role.MANAGER);
    abe = company.add("Abe", Role.AGENT);
  }

  @AfterAll
  void stop() {
    company.close();
  }

  private Answer post(Visitor who, String path, String yaml) throws Exception {
    who.get("/account");
    return company.server.api.send(
        who.request("/api/v1/flows" + path)
            // As curl calls a body of which nobody says what it is.
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("X-XSRF-TOKEN", String.valueOf(who.cookie("XSRF-TOKEN")))
            .POST(HttpRequest.BodyPublishers.ofString(yaml)));
  }

  private static String small(String name, int version) {
    return SMALL.formatted(name, version);
  }

  private List<String> versions(String path) throws Exception {
    return abe.get("/api/v1/flows" + path)
        .json()
        .path("items")
        .valueStream()
        .map(item -> item.path("name").asString("") + " " + item.path("version").asInt())
        .toList();
  }

  @Test
  void whatShipsIsThereForAllToRead() throws Exception {
    assertThat(versions(""))
        .contains("plain 1", "service-team 1", "spokesperson 1", "whole-company 1");
    JsonNode flow = abe.get("/api/v1/flows/service-team/1").json();
    assertThat(flow.path("yaml").asString("")).isEqualTo(ShippedFlows.SERVICE_TEAM.yaml());
    assertThat(flow.path("start").asString("")).isEqualTo("queue");
    assertThat(flow.path("deadlines").path("firstAnswer").asString("")).isEqualTo("2h");
    assertThat(flow.path("savedBy").isNull()).isTrue();
    JsonNode work = flow.path("steps").path(1);
    assertThat(work.path("within").asString("")).isEqualTo("45m");
    assertThat(work.path("next").path("passesOn").asString("")).isEqualTo("second-level");
    assertThat(work.path("next").path("releases").isNull()).as("where it was last").isTrue();
    assertThat(flow.path("steps").path(4).path("approval").path("by").asString(""))
        .isEqualTo("leads");
    assertThat(abe.get("/api/v1/flows/service-team/9").status()).isEqualTo(404);
    assertThat(abe.get("/api/v1/flows/nobodys").text("detail"))
        .isEqualTo("There is no flow \"nobodys\".");
  }

  @Test
  void aManagerKeepsVersionsThatNeverChange() throws Exception {
    assertThat(post(abe, "", small("ours", 1)).status()).as("an agent reads").isEqualTo(403);
    Answer checked = post(mia, "?dryRun=true", small("ours", 1));
    assertThat(checked.json().path("saved").asBoolean()).isFalse();
    assertThat(versions("/ours")).isEmpty();

    Answer saved = post(mia, "", small("ours", 1));
    assertThat(saved.status()).isEqualTo(200);
    assertThat(saved.json().path("saved").asBoolean()).isTrue();
    assertThat(saved.json().path("hints").path(0).asString(""))
        .isEqualTo("There is no team \"Nobody's\" yet: until there is, nobody acts in its name.");
    assertThat(post(mia, "", small("ours", 1)).json().path("saved").asBoolean())
        .as("the same once more")
        .isFalse();
    Answer changed = post(mia, "", small("ours", 1) + "  more: {state: waiting}\n");
    assertThat(changed.status()).as("nothing leads there").isEqualTo(400);
    Answer refused = post(mia, "", small("ours", 1).replace("queue", "first"));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("detail"))
        .isEqualTo("ours has version 1 already; a changed flow needs a higher version, such as 2.");
    assertThat(post(mia, "", small("ours", 3).replace("queue", "first")).status()).isEqualTo(200);
    assertThat(versions("/ours")).containsExactly("ours 3", "ours 1");
    assertThat(abe.get("/api/v1/flows/ours/3").text("savedBy")).isEqualTo("Mia");
  }

  @Test
  void allMistakesAreToldWithTheirLineAndColumn() throws Exception {
    Answer wrong =
        post(
            mia,
            "",
            """
            flow: wrong
            version: 1
            steps:
              queue:
                state: waiting
                who: {roles: [agnet]}
              work: {state: claimd}
              sending: {state: pending}
              answered: {state: answered}
              done: {state: closed}
            """);
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.contentType()).startsWith("application/problem+json");
    assertThat(wrong.text("type")).isEqualTo("urn:switchboard:problem:mistakes");
    assertThat(wrong.text("detail"))
        .isEqualTo(
            "No flow: line 6, column 19: roles: there is no \"agnet\": did you mean \"agent\"?"
                + " This is the first of 2; \"mistakes\" has them all.");
    JsonNode second = wrong.json().path("mistakes").path(1);
    assertThat(second.path("line").asInt()).isEqualTo(7);
    assertThat(second.path("column").asInt()).isEqualTo(17);
    assertThat(second.path("what").asString("")).contains("did you mean \"claimed\"?");
    assertThat(post(mia, "", "").text("detail")).contains("the file is empty");
    assertThat(post(mia, "", small("a", 1) + "---\n" + small("b", 1)).text("detail"))
        .contains("several flows");
    assertThat(post(mia, "", "# " + "x".repeat(200_000)).text("detail"))
        .contains("at most 200000 characters");
  }

  @Test
  void aBrandsNewCasesBeginOnWhatIsChosenAndOtherProcessesSeeItAtOnce() throws Exception {
    company.newCase("aurora");
    post(mia, "", small("chosen", 1));
    String activate = "/api/v1/flows/chosen/1/activate";
    assertThat(abe.call(activate, Map.of("brand", "aurora")).status()).isEqualTo(403);
    assertThat(mia.call(activate, Map.of("brand", "nobody's")).status()).isEqualTo(404);
    assertThat(mia.call(activate, Map.of()).status()).isEqualTo(400);
    assertThat(mia.call("/api/v1/flows/chosen/7/activate", Map.of("brand", "aurora")).status())
        .isEqualTo(404);

    // Another process on the same database, which was there before.
    Switchboard here = company.server.running.switchboard();
    Jdbi jdbi = here.database().jdbi();
    FlowBook other = FlowBook.open(jdbi, Instant.EPOCH);
    int brand = brand(jdbi, "aurora");
    assertThat(other.active(brand).key()).isEqualTo(FlowBook.USUAL);
    JsonNode done = mia.call(activate, Map.of("brand", "aurora")).json();
    assertThat(done.path("before").isNull()).isTrue();
    assertThat(other.active(brand).key()).isEqualTo(new FlowKey("chosen", 1));
    assertThat(here.flows().active(brand)).isEqualTo(other.active(brand));

    post(mia, "", small("chosen", 2));
    assertThat(other.active(brand).version()).as("kept, not chosen").isEqualTo(1);
    done = mia.call("/api/v1/flows/chosen/2/activate", Map.of("brand", "aurora")).json();
    assertThat(done.path("before").path("version").asInt()).isEqualTo(1);
    assertThat(other.active(brand).version()).isEqualTo(2);
    assertThat(other.get(new FlowKey("chosen", 1)).version()).as("for who runs on it").isEqualTo(1);
    assertThat(abe.get("/api/v1/flows/chosen/2").json().path("brands").path(0).asString(""))
        .isEqualTo("aurora");
    assertThat(EventTexts.read(company, ClosedCompany.SCRIPT, "chosen", "\"before\":"))
        .contains("flow.saved", "flow.activated", "\"brand\":\"aurora\"", "\"actor\":\"Mia\"");
  }

  private static int brand(Jdbi jdbi, String name) {
    return new FlowStore(jdbi).inTransaction(Instant.EPOCH, tx -> tx.lockBrand(name)).orElseThrow();
  }

  @Test
  void ofTwoWhoSaveTheSameVersionAtOnceOneIsRefused() throws Exception {
    try (var two = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Answer>> saves =
          List.of(
              () -> script(small("raced", 1)),
              () -> script(small("raced", 1).replace("queue", "first")));
      List<Integer> statuses =
          two.invokeAll(saves).stream()
              .map(Future::resultNow)
              .map(Answer::status)
              .sorted()
              .toList();
      assertThat(statuses).containsExactly(200, 409);
    }
  }

  private Answer script(String yaml) throws Exception {
    ApiClient api = company.server.api;
    return api.send(
        api.request("/api/v1/flows")
            .header("Authorization", "Bearer " + ClosedCompany.SCRIPT)
            .POST(HttpRequest.BodyPublishers.ofString(yaml)));
  }
}
