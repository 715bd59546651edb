package dev.switchboard.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.server.cli.Cli.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code switchboard train}, {@code predict} and {@code evaluate}: files in, lines out. */
class ModelCommandsTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String ROWS =
      """
      text,kind
      my parcel never came,delivery
      where is my parcel,delivery
      parcel still not delivered,delivery
      "the parcel came
      broken, twice",delivery
      I was charged twice,billing
      refund the wrong charge please,billing
      charged for nothing,billing
      the refund is missing a charge,billing
      """;

  @TempDir Path folder;
  private Path rows = Path.of("");
  private Path model = Path.of("");

  @BeforeEach
  void files() throws IOException {
    rows = write("rows.csv", ROWS);
    model = folder.resolve("intents.model");
  }

  @Test
  void aModelIsLearnedAskedAndMeasured() throws IOException {
    Result trained = train("intent", rows);
    assertThat(trained.exit()).as(trained.err()).isZero();
    assertThat(trained.err()).contains("8 rows, 2 labels: billing 4, delivery 4");
    assertThat(JSON.readTree(trained.out()).path("rows").asInt()).isEqualTo(8);

    Path asked = write("asked.csv", "id,text\n1,charged again\n2,no parcel yet\n");
    Result predicted = Cli.run("", "predict", "--model", model.toString(), asked.toString());
    assertThat(predicted.exit()).as(predicted.err()).isZero();
    assertThat(predicted.lines()).hasSize(2);
    JsonNode first = JSON.readTree(predicted.lines().getFirst());
    assertThat(first.propertyNames()).containsExactly("label", "probability", "probabilities");
    assertThat(first.path("label").asString()).isEqualTo("billing");
    assertThat(first.path("probabilities").propertyNames()).containsExactly("billing", "delivery");
    assertThat(first.path("probabilities").path("billing").asDouble())
        .isEqualTo(first.path("probability").asDouble());
    assertThat(JSON.readTree(predicted.lines().get(1)).path("label").asString())
        .isEqualTo("delivery");

    Result evaluated = evaluate(rows);
    assertThat(evaluated.exit()).as(evaluated.err()).isZero();
    JsonNode figures = JSON.readTree(evaluated.out());
    assertThat(figures.path("accuracy").asDouble()).isEqualTo(1);
    assertThat(figures.path("macroF1").asDouble()).isEqualTo(1);
    assertThat(figures.path("auc").asDouble()).isEqualTo(1);
    assertThat(figures.path("calibrationError").isNumber()).isTrue();
    assertThat(figures.path("classes").get(1).path("label").asString()).isEqualTo("delivery");
    assertThat(evaluated.err()).contains("accuracy           1.0000", "precision", "delivery");
  }

  @Test
  void theSameRowsAndSeedGiveTheSameFile() throws IOException {
    train("intent", rows);
    byte[] once = Files.readAllBytes(model);
    train("intent", rows);
    assertThat(Files.readAllBytes(model)).isEqualTo(once);
    assertThat(new String(once, StandardCharsets.UTF_8).lines().findFirst().orElseThrow())
        .contains("\"target\":\"intent\"", "\"labels\":[\"billing\",\"delivery\"]", "\"seed\":7");
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void everyFormatGivesTheSameModel() throws IOException {
    train("intent", rows);
    byte[] fromCsv = Files.readAllBytes(model);
    String windows =
        "\uFEFF" + ROWS.replace("\n", "\r\n").replace("came\r\nbroken", "came\nbroken");
    assertThat(train("intent", write("windows.csv", windows)).exit()).isZero();
    assertThat(Files.readAllBytes(model)).isEqualTo(fromCsv);

    StringBuilder tsv = new StringBuilder("kind\ttext\n");
    StringBuilder ndjson = new StringBuilder();
    for (String row : ROWS.replace("\nbroken", "~").lines().skip(1).toList()) {
      int comma = row.lastIndexOf(',');
      String text = row.substring(0, comma).replace("~", "\nbroken");
      String kind = row.substring(comma + 1);
      tsv.append(kind).append('\t').append(text).append('\n');
      String bare = text.replace("\"", "").replace("\n", "\\n");
      ndjson.append("{\"kind\":\"%s\",\"text\":\"%s\"}%n".formatted(kind, bare));
    }
    assertThat(train("intent", write("rows.tsv", tsv.toString())).exit()).isZero();
    assertThat(Files.readAllBytes(model)).isEqualTo(fromCsv);
    assertThat(train("intent", write("rows.txt", ndjson.toString())).exit()).isZero();
    assertThat(Files.readAllBytes(model)).isEqualTo(fromCsv);
  }

  @Test
  void aDashIsStdin() {
    Result trained =
        Cli.run(
            ROWS,
            "train",
            "--target",
            "intent",
            "--text",
            "text",
            "--label",
            "kind",
            "-o",
            model.toString(),
            "-");
    assertThat(trained.exit()).as(trained.err()).isZero();
    Result predicted =
        Cli.run("{\"text\":\"my parcel\"}\n", "predict", "--model", model.toString(), "-");
    assertThat(predicted.lines()).hasSize(1);
    assertThat(predicted.out()).startsWith("{\"label\":\"delivery\"");
  }

  @Test
  void badRowsAreNamedAndTheOthersCount() throws IOException {
    Path mixed = write("mixed.csv", ROWS + "too,many,fields\nno label here,\n");
    Result trained = train("intent", mixed);
    assertThat(trained.exit()).isZero();
    assertThat(trained.err())
        .contains("line 11: 2 fields expected", "1 bad row was left out")
        .contains("1 row has no label and is left out");

    Files.delete(model);
    Result strict = Cli.run("", trainArguments("intent", mixed, "--strict").toArray(String[]::new));
    assertThat(strict.exit()).isEqualTo(1);
    assertThat(strict.err()).contains("line 11");
    assertThat(model).doesNotExist();
  }

  @Test
  void labelsMayHoldLineEndsAndAnythingElse() throws IOException {
    Path odd =
        write(
            "odd.csv",
            "text,kind\nhello there,\"a \"\"b\"\"\nc\"\nhello you,\"a \"\"b\"\"\nc\"\nbye now,é\n"
                + "bye you,é\n");
    assertThat(train("intent", odd).exit()).isZero();
    Result predicted = Cli.run("text\nhello there\n", "predict", "--model", model.toString(), "-");
    assertThat(predicted.lines()).hasSize(1);
    assertThat(JSON.readTree(predicted.out()).path("label").asString()).isEqualTo("a \"b\"\nc");
    assertThat(evaluate(odd).err()).contains("a \"b\" c");
  }

  @Test
  void whatCannotBeLearnedIsSaidInWords() throws IOException {
    Result one = train("intent", write("one.csv", "text,kind\na,x\nb,x\n"));
    assertThat(one.exit()).isEqualTo(1);
    assertThat(one.err()).contains("1 different labels; a classifier needs 2");
    Result none = train("intent", write("none.csv", "text,kind\n"));
    assertThat(none.exit()).isEqualTo(1);
    assertThat(none.err()).contains("no labelled row");
    Result empty = train("intent", write("empty.csv", ""));
    assertThat(empty.exit()).isEqualTo(1);
    assertThat(empty.err()).contains("empty", "header");
    assertThat(model).doesNotExist();
  }

  @Test
  void wrongUseIsSaidInWords() throws IOException {
    Result column = train("intent", write("other.csv", "texts,kind\na,x\n"));
    assertThat(column.exit()).isEqualTo(2);
    assertThat(column.err()).contains("no column \"text\"", "Did you mean \"texts\"?");
    Result target = train("mood", rows);
    assertThat(target.exit()).isEqualTo(2);
    assertThat(target.err()).contains("needsHelp, problem, intent or sentiment");
    Result file = train("intent", folder.resolve("nothing.csv"));
    assertThat(file.exit()).isEqualTo(2);
    assertThat(file.err()).contains("There is no file");
    assertThat(Cli.run("", "train", "--target", "intent", rows.toString()).exit()).isEqualTo(2);
  }

  @Test
  void whatIsNoModelIsRefused() throws IOException {
    train("intent", rows);
    byte[] good = Files.readAllBytes(model);
    assertThat(predictError(rows)).contains("is no model", "switchboard train");
    assertThat(predictError(folder.resolve("none.model"))).contains("There is no model file");

    Path cut = folder.resolve("cut.model");
    Files.write(cut, java.util.Arrays.copyOf(good, good.length - 10));
    assertThat(predictError(cut)).contains("damaged or cut off");
    good[good.length - 5] ^= 1;
    Files.write(cut, good);
    assertThat(predictError(cut)).contains("damaged or cut off");

    Path later = write("later.model", "{\"switchboardModel\":9,\"target\":\"mood\"}\nxyz");
    assertThat(predictError(later)).contains("format 9", "reads format 1", "Train it again");
  }

  @Test
  void labelsThatTheModelDoesNotKnowAreMissed() throws IOException {
    train("intent", rows);
    Result result = evaluate(write("more.csv", "text,kind\nmy parcel,delivery\nhello,greeting\n"));
    assertThat(result.exit()).isZero();
    assertThat(result.err()).contains("1 label that the model does not know", "greeting");
    assertThat(JSON.readTree(result.out()).path("accuracy").asDouble()).isEqualTo(0.5);
  }

  private String predictError(Path file) {
    Result result = Cli.run("", "predict", "--model", file.toString(), rows.toString());
    assertThat(result.exit()).isPositive();
    assertThat(result.out()).isEmpty();
    return result.err();
  }

  private Result train(String target, Path file) {
    return Cli.run("", trainArguments(target, file).toArray(String[]::new));
  }

  private List<String> trainArguments(String target, Path file, String... more) {
    List<String> arguments =
        new java.util.ArrayList<>(
            List.of("train", "--target", target, "--text", "text", "--label", "kind"));
    arguments.addAll(List.of("-o", model.toString(), file.toString()));
    arguments.addAll(List.of(more));
    return arguments;
  }

  private Result evaluate(Path file) {
    return Cli.run(
        "",
        "evaluate",
        "--model",
        model.toString(),
        "--text",
        "text",
        "--label",
        "kind",
        file.toString());
  }

  private Path write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }
}
