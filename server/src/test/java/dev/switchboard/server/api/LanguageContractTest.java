package dev.switchboard.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.triage.promise.AuditPlan;
import dev.switchboard.engine.triage.promise.Promise;
import dev.switchboard.server.language.LanguageSettings;
import dev.switchboard.server.triage.TriageSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Which language a case is in, and who says so: declared, then the author, then the words. */
class LanguageContractTest {
  private static final String BRAND = "tonguetide";
  private static final String SPANISH =
      "@tonguetide ayuda por favor, mi vuelo fue cancelado y nadie me contesta";

  @Test
  void declaredThenTheAuthorThenTheWords(@TempDir Path folder) throws Exception {
    try (TestServer server = TestServer.start(folder, null)) {
      send(server, "1", "ana", null, SPANISH);
      send(server, "2", "ana", null, "help help please");
      send(server, "3", "ben", "de", "my flight was cancelled, please help me");
      send(server, "4", "cem", null, "help!!! 😡");

      assertThat(languages(server))
          .containsExactlyInAnyOrder("ana es text", "ana es author", "ben de declared", "cem - -");
      assertThat(page(server, "ana es text")).contains("Spanish, by the words");
      assertThat(page(server, "ana es author")).contains("Spanish, as they wrote before");
      assertThat(page(server, "ben de declared")).contains("<dd>German</dd>");
      assertThat(page(server, "cem - -")).doesNotContain("<dt>Language</dt>");
    }
    TriageSettings off =
        new TriageSettings(Promise.DEFAULT, AuditPlan.DEFAULT, LanguageSettings.OFF);
    try (TestServer again = TestServer.startTriaging(folder, off)) {
      send(again, "5", "ana", null, "help me please");
      send(again, "6", "dan", null, SPANISH);

      assertThat(languages(again)).contains("dan - -").contains("ana es author");
      assertThat(languages(again)).filteredOn("ana es author"::equals).hasSize(2);
    }
  }

  private static void send(
      TestServer server, String id, String author, @Nullable String language, String text)
      throws Exception {
    server.accept(server.post(BRAND, id, "author", author, "language", language, "text", text));
  }

  private static List<String> languages(TestServer server) throws Exception {
    List<String> found = new ArrayList<>();
    cases(server).forEach(item -> found.add(line(item)));
    return found;
  }

  /** The page of the case that has this line. */
  private static String page(TestServer server, String line) throws Exception {
    for (JsonNode item : cases(server)) {
      if (line(item).equals(line)) {
        String path = "/cases/" + item.path("id").asLong();
        return server.api.send(server.api.request(path).header("Cookie", "agent=Ada").GET()).body();
      }
    }
    throw new AssertionError("no case is " + line);
  }

  private static JsonNode cases(TestServer server) throws Exception {
    return server.api.get("/api/v1/cases?brand=" + BRAND).json().path("items");
  }

  private static String line(JsonNode item) {
    return "%s %s %s"
        .formatted(
            item.path("author").asString(),
            word(item.path("language")),
            word(item.path("languageFrom")));
  }

  private static String word(JsonNode value) {
    return value.isString() ? value.asString() : "-";
  }
}
