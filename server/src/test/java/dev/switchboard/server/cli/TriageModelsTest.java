package dev.switchboard.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.server.cli.Cli.Result;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code switchboard triage --model}: a model of one's own answers for its target. */
class TriageModelsTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The default takes neither for a request. */
  private static final String ROWS =
      """
      text,label
      the blue lamp hums,%1$s
      a blue lamp again,%1$s
      blue lamp at night,%1$s
      green grass grows,%2$s
      grass so green today,%2$s
      green as grass,%2$s
      """;

  @TempDir Path folder;

  @Test
  void eachModelTakesThePlaceOfTheDefaultForItsTarget() {
    JsonNode before = decide("a blue lamp here").getFirst();
    Path help = train("needsHelp", "yes", "no");
    Path problem = train("problem", "1", "0");
    Path intent = train("intent", "lamps", "lawns");
    Path sentiment = train("sentiment", "gloomy", "sunny");

    List<JsonNode> decisions =
        decide("a blue lamp here", "green grass here", help, problem, intent, sentiment);
    JsonNode lamp = decisions.getFirst();
    assertThat(lamp.path("needsHelp").asBoolean()).isTrue();
    assertThat(lamp.path("verdict").asString()).isEqualTo("help");
    assertThat(lamp.path("problem").asBoolean()).isTrue();
    assertThat(lamp.path("intent").asString()).isEqualTo("lamps");
    assertThat(lamp.path("intentProbability").asDouble()).isGreaterThan(0.5);
    assertThat(lamp.path("sentiment").asString()).isEqualTo("gloomy");
    assertThat(lamp.path("reasons").valueStream().map(JsonNode::asString))
        .anyMatch(reason -> reason.contains("blue") || reason.contains("lamp"));
    JsonNode grass = decisions.get(1);
    assertThat(grass.path("needsHelp").asBoolean()).isFalse();
    assertThat(grass.path("problem").asBoolean()).isFalse();
    assertThat(grass.path("intent").asString()).isEqualTo("lawns");
    assertThat(grass.path("sentiment").asString()).isEqualTo("sunny");
    assertThat(lamp.path("urgency").isNumber()).isTrue();

    JsonNode withIntentOnly = decide("a blue lamp here", intent).getFirst();
    assertThat(withIntentOnly.path("intent").asString()).isEqualTo("lamps");
    assertThat(withIntentOnly.path("probability")).isEqualTo(before.path("probability"));
  }

  @Test
  void triageSaysWhatPredictSays() {
    Path help = train("needsHelp", "complaint", "other");
    String text = "blue green lamp";
    double triaged = decide(text, help).getFirst().path("probability").asDouble();
    Result predicted = Cli.run("text\n" + text + "\n", "predict", "--model", help.toString(), "-");
    double said = JSON.readTree(predicted.out()).path("probabilities").path("complaint").asDouble();
    assertThat(triaged).isCloseTo(said, org.assertj.core.api.Assertions.offset(1e-5));
  }

  @Test
  void aSecondModelForATargetIsRefused() {
    String model = train("intent", "lamps", "lawns").toString();
    Result result = Cli.run("", "triage", "--model", model, "--model", model);
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("second model for intent");
  }

  @Test
  void whichLabelMeansYesMustBeKnown() {
    Path model = folder.resolve("unsaid.model");
    Result unsaid = learn("needsHelp", "lamps", "lawns", model);
    assertThat(unsaid.exit()).isZero();
    assertThat(unsaid.err()).contains("--yes LABEL");
    Result refused = Cli.run("", "triage", "--model", model.toString());
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err()).contains("which of its labels mean yes");

    assertThat(learn("needsHelp", "lamps", "lawns", model, "--yes", "lamps").exit()).isZero();
    assertThat(decide("blue lamp", model).getFirst().path("needsHelp").asBoolean()).isTrue();
    Result wrong = learn("needsHelp", "lamps", "lawns", model, "--yes", "cats");
    assertThat(wrong.exit()).isEqualTo(2);
    assertThat(wrong.err()).contains("no such label");
    assertThat(learn("intent", "lamps", "lawns", model, "--yes", "lamps").exit()).isEqualTo(2);
  }

  private Path train(String target, String first, String second) {
    Path model = folder.resolve(target + ".model");
    Result result = learn(target, first, second, model);
    assertThat(result.exit()).as(result.err()).isZero();
    return model;
  }

  private static Result learn(
      String target, String first, String second, Path model, String... more) {
    List<String> arguments = new ArrayList<>(List.of("train", "--target", target));
    arguments.addAll(List.of("--text", "text", "--label", "label", "-o", model.toString(), "-"));
    arguments.addAll(List.of(more));
    return Cli.run(ROWS.formatted(first, second), arguments.toArray(String[]::new));
  }

  private static List<JsonNode> decide(String text, Path... models) {
    return decide(List.of(text), models);
  }

  private static List<JsonNode> decide(String first, String second, Path... models) {
    return decide(List.of(first, second), models);
  }

  private static List<JsonNode> decide(List<String> texts, Path... models) {
    StringBuilder posts = new StringBuilder();
    for (String text : texts) {
      posts.append(
          ("{\"id\":\"%d\",\"channel\":\"x:@acme\",\"author\":\"a\",\"text\":\"%s\","
                  + "\"createdAt\":\"2026-01-31T08:00:00Z\"}\n")
              .formatted(posts.length(), text));
    }
    List<String> arguments = new ArrayList<>(List.of("triage"));
    for (Path model : models) {
      arguments.addAll(List.of("--model", model.toString()));
    }
    Result result = Cli.run(posts.toString(), arguments.toArray(String[]::new));
    assertThat(result.exit()).as(result.err()).isZero();
    return result.lines().stream().map(JSON::readTree).toList();
  }
}
