package dev.switchboard.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.server.cli.Cli.Result;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code switchboard group}: posts in, groups out, in order. */
class GroupCommandTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void postsAboutOneThingHaveOneGroup() {
    Result result =
        Cli.run(
            post("1", "acme", "2026-01-31T08:00:00Z", "checkout fails with my card")
                + post("2", "acme", "2026-01-31T08:05:00Z", "lovely sunset over the harbour")
                + post("3", "acme", "2026-01-31T08:06:00Z", "card declined, checkout failing"),
            "group");
    assertThat(result.exit()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(ids(result)).containsExactly("1", "2", "3");
    assertThat(groups(result)).containsExactly("acme/1", "acme/2", "acme/1");
  }

  @Test
  void brandsAreGroupedEachByItself() {
    String text = "checkout fails with my card";
    Result result =
        Cli.run(
            post("1", "acme", "2026-01-31T08:00:00Z", text)
                + post("2", "globex", "2026-01-31T08:00:00Z", text),
            "group");
    assertThat(groups(result)).containsExactly("acme/1", "globex/1");
  }

  @Test
  void idAndTextAreEnoughAndPostsAreThenAMinuteApart() {
    StringBuilder posts = new StringBuilder();
    posts.append(bare("1", "checkout fails with my card"));
    for (int i = 2; i <= 721; i++) {
      posts.append(bare(Integer.toString(i), "q" + i));
    }
    posts.append(bare("722", "checkout fails with my card"));
    posts.append(bare("723", "checkout fails with my card"));
    List<String> groups = groups(Cli.run(posts.toString(), "group"));
    assertThat(groups).hasSize(723);
    assertThat(groups.get(721)).isEqualTo("722").isEqualTo(groups.get(722));
  }

  @Test
  void aBadLineIsNamedAndTheOthersAreGrouped() {
    String input = bare("1", "checkout fails") + "{\"id\":\n" + "{\"id\":\"3\"}\n";
    Result result = Cli.run(input + bare("4", "checkout fails"), "group");
    assertThat(result.exit()).isZero();
    assertThat(groups(result)).containsExactly("1", "1");
    assertThat(result.err()).contains("line 2: not JSON", "line 3: text", "2 bad lines.");

    Result strict = Cli.run(input, "group", "--strict");
    assertThat(strict.exit()).isEqualTo(1);
    assertThat(strict.lines()).hasSize(1);
  }

  @Test
  void whatTheBrandSaysAndWhatWasDeletedHasNoGroup() {
    Result result =
        Cli.run(
            """
            {"id":"1","text":"please call us","direction":"out"}
            {"id":"2","channel":"x:@acme","deletedAt":"2026-01-31T08:00:00Z"}
            """,
            "group");
    assertThat(result.err()).isEmpty();
    assertThat(result.lines())
        .containsExactly("{\"id\":\"1\",\"group\":null}", "{\"id\":\"2\",\"group\":null}");
  }

  private static String post(String id, String brand, String at, String text) {
    return """
    {"id":"%s","brand":"%s","channel":"x:@%s","author":"a%s","text":"%s","createdAt":"%s"}
    """
        .formatted(id, brand, brand, id, text, at);
  }

  private static String bare(String id, String text) {
    return "{\"id\":\"%s\",\"text\":\"%s\"}%n".formatted(id, text);
  }

  private static List<String> ids(Result result) {
    return result.lines().stream().map(line -> JSON.readTree(line).path("id").asString()).toList();
  }

  private static List<String> groups(Result result) {
    return result.lines().stream().map(JSON::readTree).map(GroupCommandTest::group).toList();
  }

  private static String group(JsonNode line) {
    return line.path("group").asString();
  }
}
