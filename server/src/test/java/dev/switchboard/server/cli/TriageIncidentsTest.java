package dev.switchboard.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.server.cli.Cli.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code switchboard triage --changes --services --incidents}: a made-up shop's bad afternoon. */
class TriageIncidentsTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
  private static final Instant ONSET = START.plus(Duration.ofHours(62));

  private static final List<String> ORDINARY =
      List.of(
          "@shop where is my parcel, please help me",
          "@shop my jacket came broken, how do I return it?",
          "@shop I need an invoice for last month, can you help?",
          "@shop still waiting for my refund, please help",
          "@shop search does not find blue shoes, please fix");

  private static final List<String> BROKEN =
      List.of(
          "@shop my card is refused at the checkout, please help",
          "@shop I can't pay, the checkout says card error, help",
          "@shop paying at the checkout is broken, card error, please fix",
          "@shop checkout does not work, my card gives an error, help me");

  private static final String SERVICES =
      """
      services:
        checkout: {dependsOn: [payments], words: [pay, card]}
        search: {words: [search, find]}
      """;

  private static final String CHANGES =
      """
      {"id":"d2","type":"deploy","service":"search","startedAt":"2026-03-04T13:52:00Z","summary":""}
      {"id":"d3","type":"deploy","service":"checkout","startedAt":"2026-03-04T14:06:00Z"}
      {"specversion":"1.0","id":"d1","source":"ci","type":"dev.cdevents.service.deployed.0.2.0","data":{"id":"d1","type":"deploy","service":"checkout","startedAt":"2026-03-04T13:55:00Z"}}
      """;

  @TempDir Path folder;
  private final Random random = new Random(5);
  private String posts = "";

  @BeforeEach
  void anOrdinaryTimeAndThenTheCheckoutBreaks() {
    record Said(Instant at, String text) {}
    List<Said> said = new ArrayList<>();
    for (Instant at = START; at.isBefore(ONSET); at = at.plusSeconds(900 + random.nextInt(1800))) {
      said.add(new Said(at, ORDINARY.get(random.nextInt(ORDINARY.size())) + own()));
    }
    for (int i = 0; i < 30; i++) {
      said.add(new Said(ONSET.plusSeconds(50L * i), BROKEN.get(i % BROKEN.size()) + own()));
    }
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < said.size(); i++) {
      lines.append(
          """
          {"id":"p%d","channel":"x:@shop","brand":"shop","author":"a%d","text":"%s","createdAt":"%s","authorFollowers":10,"region":"eu"}
          """
              .formatted(i, i, said.get(i).text(), said.get(i).at()));
    }
    posts = lines.toString();
  }

  @Test
  void theDeployThatBrokeItIsBlamed() throws IOException {
    Path out = folder.resolve("incidents.ndjson");
    Result result = triage(out, CHANGES, SERVICES);

    assertThat(result.err()).isEmpty();
    assertThat(result.exit()).isZero();
    List<JsonNode> incidents = Files.readString(out).lines().map(JSON::readTree).toList();
    assertThat(incidents).hasSize(1);
    JsonNode incident = incidents.getFirst();
    assertThat(incident.path("id").asString()).isEqualTo("shop/1");
    assertThat(incident.path("brand").asString()).isEqualTo("shop");
    assertThat(Instant.parse(incident.path("openedAt").asString()))
        .isBetween(ONSET, ONSET.plus(Duration.ofMinutes(10)));
    assertThat(incident.path("onsetInterval").size()).isEqualTo(2);
    assertThat(incident.path("probability").asDouble()).isBetween(0.95, 1.0);
    assertThat(incident.path("terms").toString()).contains("checkout", "card");
    assertThat(incident.path("closedAt").isMissingNode()).isTrue();
    JsonNode blamed = incident.path("causes").path(0);
    assertThat(blamed.path("change").asString()).isEqualTo("d1");
    assertThat(blamed.path("probability").asDouble())
        .isGreaterThan(0.5)
        .isGreaterThan(incident.path("noneOfThese").asDouble());
    assertThat(blamed.path("vetoed").isMissingNode()).isTrue();
    JsonNode late = incident.path("causes").path(2);
    assertThat(late.path("change").asString()).isEqualTo("d3");
    assertThat(late.path("vetoed").asBoolean()).isTrue();
    assertThat(incident.path("blastRadius").path("services").path(0).path("name").asString())
        .isEqualTo("checkout");
    assertThat(incident.path("blastRadius").path("regions").path("eu").asInt())
        .isEqualTo(incident.path("authors").asInt());
    assertThat(incident.path("posts").size()).isEqualTo(incident.path("reports").asInt());
  }

  @Test
  void decisionsNameGroupAndIncidentAsTheyAreDecidedOnArrival() {
    List<JsonNode> decisions =
        triage(folder.resolve("out"), CHANGES, SERVICES).lines().stream()
            .map(JSON::readTree)
            .toList();
    List<String> groups =
        Cli.run(posts, "group").lines().stream()
            .map(line -> JSON.readTree(line).path("group").asString())
            .toList();

    assertThat(decisions).extracting(d -> d.path("group").asString()).isEqualTo(groups);
    assertThat(decisions.getFirst().path("incident").isNull()).isTrue();
    assertThat(decisions.getLast().path("incident").asString()).isEqualTo("shop/1");
  }

  @Test
  void withoutIncidentsTheFileIsEmptyAndReplacesTheOldOne() throws IOException {
    Path out = folder.resolve("incidents.ndjson");
    Files.writeString(out, "old");
    posts = posts.lines().limit(20).reduce("", (all, line) -> all + line + "\n");

    triage(out, CHANGES, SERVICES);

    assertThat(out).isEmptyFile();
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void whatIsWrongInTheFilesIsNamedByItsLineAndTheRestKept() throws IOException {
    Result result =
        triage(
            folder.resolve("out"),
            CHANGES + "{\"id\":\"d4\"}\n",
            SERVICES + "  delivery: {wrods: [parcel]}\n");

    assertThat(result.exit()).isZero();
    assertThat(result.err())
        .contains("changes.ndjson: line 4: ", "services.yaml: line 4: ", "wrods", "2 bad lines.");
    assertThat(Files.readString(folder.resolve("out"))).contains("\"change\":\"d1\"");
  }

  @Test
  void aFileThatIsNotThereIsWrongUse() {
    Result result = Cli.run(posts, "triage", "--changes", folder.resolve("none").toString());
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("There is no file", "--changes");
    assertThat(Cli.run("", "triage", "--incidents", folder.resolve("no/where").toString()).exit())
        .isEqualTo(2);
  }

  private Result triage(Path out, String changes, String services) {
    try {
      Path changed = Files.writeString(folder.resolve("changes.ndjson"), changes);
      Path map = Files.writeString(folder.resolve("services.yaml"), services);
      return Cli.run(
          posts,
          "triage",
          "--changes",
          changed.toString(),
          "--services",
          map.toString(),
          "--incidents",
          out.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String own() {
    StringBuilder own = new StringBuilder();
    for (int i = 0; i < 9; i++) {
      own.append(i % 3 == 0 ? " " : "");
      own.append("bdfgklmnprstv".charAt(random.nextInt(13)))
          .append("aeiou".charAt(random.nextInt(5)));
    }
    return own.toString();
  }
}
