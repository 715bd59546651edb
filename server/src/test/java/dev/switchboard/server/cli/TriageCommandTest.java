package dev.switchboard.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.server.cli.Cli.Result;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code switchboard triage}: posts in, decisions out, in order. */
class TriageCommandTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String HELP =
      """
      {"id":"1","channel":"x:@acme","author":"a","text":"my order never came, please help me","createdAt":"2026-01-31T08:00:00Z"}
      """;
  private static final String CHAT =
      """
      {"id":"2","channel":"x:@acme","author":"b","text":"what a lovely sunset today","createdAt":"2026-01-31T08:00:01Z"}
      """;
  private static final String OWN =
      """
      {"id":"3","channel":"x:@acme","author":"acme","text":"please call us","createdAt":"2026-01-31T08:00:02Z","direction":"out"}
      """;
  private static final String BAD = "{\"id\":\"4\",\n";

  @Test
  void thereIsADecisionALineInTheOrderOfTheInput() {
    Result result = Cli.run(HELP + CHAT + OWN + HELP, "triage");
    assertThat(result.exit()).isZero();
    assertThat(result.err()).isEmpty();
    List<JsonNode> decisions = result.lines().stream().map(JSON::readTree).toList();
    assertThat(decisions)
        .extracting(d -> d.path("id").asString())
        .containsExactly("1", "2", "3", "1");
    assertThat(decisions.get(0).path("needsHelp").asBoolean()).isTrue();
    assertThat(decisions.get(0).path("probability").asDouble())
        .isGreaterThan(decisions.get(1).path("probability").asDouble());
    assertThat(decisions.get(2).path("verdict").asString()).isEqualTo("setAside");
    assertThat(decisions.get(3)).isEqualTo(decisions.get(0));
  }

  @Test
  void aDecisionHasEveryFieldOfTheContract() {
    JsonNode decision = JSON.readTree(Cli.run(HELP, "triage").out());
    assertThat(decision.propertyNames())
        .containsExactly(
            "id",
            "verdict",
            "needsHelp",
            "probability",
            "problem",
            "problemProbability",
            "intent",
            "intentProbability",
            "urgency",
            "sentiment",
            "language",
            "group",
            "incident",
            "reasons",
            "worthAnswering");
    assertThat(decision.path("verdict").asString()).isIn("help", "unsure", "setAside");
    assertThat(decision.path("reasons").isEmpty()).isFalse();
    assertThat(decision.path("problem").isBoolean()).isTrue();
    assertThat(decision.path("problemProbability").asDouble()).isBetween(0.0, 1.0);
    assertThat(decision.path("urgency").asDouble()).isBetween(0.0, 1.0);
    assertThat(decision.path("sentiment").asString()).isIn("negative", "neutral", "positive");
    assertThat(decision.path("worthAnswering").isBoolean()).isTrue();
    assertThat(decision.path("group").asString()).isEqualTo("x:@acme/1");
    assertThat(decision.path("incident").isNull()).isTrue();
  }

  @Test
  void theLanguageIsDeclaredOrTheAuthorsOrToldByTheWordsAndChangesNothingElse() {
    String posts =
        spoken("1", "ana", "\"language\":\"pt-BR\",", "my bag is lost")
            + spoken("2", "ana", "", "help!")
            + spoken("3", "eva", "", "mi vuelo fue cancelado y nadie me contesta, ayuda")
            + spoken("4", "eva", "\"language\":\"und\",", "hm")
            + spoken("5", "ben", "\"language\":\"und\",", "hm");

    List<JsonNode> with = decisions(posts, "triage");
    List<JsonNode> without = decisions(posts, "triage", "--languages", "off");

    assertThat(with)
        .extracting(d -> d.path("language").asString())
        .containsExactly("pt-BR", "pt-BR", "es", "es", "und");
    assertThat(without)
        .extracting(d -> d.path("language").asString())
        .containsExactly("pt-BR", "pt-BR", "", "und", "und");
    for (int i = 0; i < with.size(); i++) {
      assertThat(((ObjectNode) with.get(i)).without("language").toString())
          .isEqualTo(((ObjectNode) without.get(i)).without("language").toString());
    }
  }

  private static List<JsonNode> decisions(String posts, String... command) {
    Result result = Cli.run(posts, command);
    assertThat(result.exit()).as(result.err()).isZero();
    return result.lines().stream().map(JSON::readTree).toList();
  }

  private static String spoken(String id, String author, String language, String text) {
    return """
        {"id":"%s","channel":"x:@acme","author":"%s",%s"text":"%s","createdAt":"2026-01-05T08:00:00Z"}
        """
        .formatted(id, author, language, text);
  }

  @Test
  void aBadLineIsNamedAndTheOthersAreDecided() {
    Result result = Cli.run(HELP + BAD + CHAT, "triage");
    assertThat(result.exit()).isZero();
    assertThat(result.lines()).hasSize(2);
    assertThat(result.err()).contains("line 2: not JSON").contains("1 bad line.");
  }

  @Test
  void aBadLineIsFatalWhenStrict() {
    Result result = Cli.run(HELP + BAD + CHAT, "triage", "--strict");
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.lines()).hasSize(1);
    assertThat(result.err()).contains("line 2");
  }

  @Test
  void whatIsNoCommandOrOptionIsWrongUse() {
    assertThat(Cli.run("").exit()).isEqualTo(2);
    assertThat(Cli.run("", "juggle").exit()).isEqualTo(2);
    assertThat(Cli.run("", "triage", "--shout").exit()).isEqualTo(2);
    Result help = Cli.run("", "--help");
    assertThat(help.exit()).isZero();
    assertThat(help.out()).contains("demo", "serve", "import", "triage", "doctor");
    assertThat(Cli.run("", "--version").out()).startsWith("Switchboard ");
  }
}
