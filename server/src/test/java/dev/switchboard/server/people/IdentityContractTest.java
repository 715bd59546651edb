package dev.switchboard.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.people.Role;
import dev.switchboard.server.api.ApiClient.Answer;
import dev.switchboard.server.api.TestServer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** How replies are signed, and who may be read of by everybody. */
@TestInstance(Lifecycle.PER_CLASS)
class IdentityContractTest {
  private ClosedCompany company;
  private Visitor jo;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    company = ClosedCompany.start(folder);
    jo = company.add("Jo Dahl", Role.AGENT);
  }

  @AfterAll
  void stop() {
    company.close();
  }

  private String replied(Visitor by, String brand, Map<String, ?> more) throws Exception {
    long id = company.newCase(brand);
    Answer claim = by.call("/api/v1/cases/%d/claim".formatted(id), Map.of());
    JsonNode read = by.get("/api/v1/cases/" + id).json();
    Map<String, Object> body =
        new HashMap<>(
            Map.of(
                "text", "On it!",
                "token", claim.number("token"),
                "seenThrough", read.path("lastPost").asLong()));
    body.putAll(more);
    Answer answer = by.call("/api/v1/cases/%d/reply".formatted(id), body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    return by.get("/api/v1/cases/" + id).json().path("replies").get(0).path("text").asString();
  }

  @Test
  void aReplyIsStoredAsItIsSignedAndSent() throws Exception {
    String brand = TestServer.newBrand();
    assertThat(replied(jo, brand, Map.of())).isEqualTo("On it! ^JD");
    assertThat(replied(jo, TestServer.newBrand(), Map.of("sign", false))).isEqualTo("On it!");
    assertThat(replied(jo, TestServer.newBrand(), Map.of("text", "On it! ^Jo")))
        .isEqualTo("On it! ^Jo");
  }

  @Test
  void theSignatureCountsInTheLimit() throws Exception {
    long id = company.newCase(TestServer.newBrand());
    long token = jo.call("/api/v1/cases/%d/claim".formatted(id), Map.of()).number("token");
    long seen = jo.get("/api/v1/cases/" + id).number("lastPost");
    String path = "/api/v1/cases/%d/reply".formatted(id);
    String text = "x".repeat(277);
    Answer tooLong = jo.call(path, Map.of("text", text, "token", token, "seenThrough", seen));
    assertThat(tooLong.status()).isEqualTo(400);
    assertThat(tooLong.text("detail")).contains("281", "280");
    assertThat(
            jo.call(path, Map.of("text", "x".repeat(276), "token", token, "seenThrough", seen))
                .status())
        .isEqualTo(202);
  }

  @Test
  void aPersonChoosesHowTheySignOrNotToSign() throws Exception {
    Visitor kim = company.add("Kim Berg", Role.AGENT);
    Answer chosen =
        kim.call("/api/v1/profile", Map.of("pseudonym", "Robin Vale", "signature", "rv"));
    assertThat(chosen.text("signature")).isEqualTo("RV");
    assertThat(chosen.text("shownAs")).isEqualTo("Robin Vale");
    assertThat(replied(kim, TestServer.newBrand(), Map.of())).isEqualTo("On it! ^RV");
    kim.call("/api/v1/profile", Map.of("signs", false));
    String brand = TestServer.newBrand();
    assertThat(replied(kim, brand, Map.of())).isEqualTo("On it!");
    assertThat(
            company
                .script("/api/v1/brands", Map.of("brand", brand, "signOff", "– the Acme team"))
                .status())
        .isEqualTo(200);
    assertThat(kim.call("/api/v1/profile", Map.of("signature", "no4")).text("detail"))
        .contains("1 to 3 letters");
  }

  @Test
  void aBrandMayNotWantSignaturesAndOnlyManagersSaySo() throws Exception {
    String brand = TestServer.newBrand();
    company.newCase(brand);
    Map<String, Object> off = Map.of("brand", brand, "signatures", false);
    assertThat(jo.call("/api/v1/brands", off).status()).isEqualTo(403);
    assertThat(company.ada.call("/api/v1/brands", off).status()).isEqualTo(200);
    assertThat(company.ada.call("/api/v1/brands", Map.of("brand", "none such")).status())
        .isEqualTo(404);
    JsonNode voice = company.ada.get("/api/v1/brands").json().path("items");
    assertThat(voice.toString()).contains("\"brand\":\"%s\",\"signatures\":false".formatted(brand));
  }

  @Test
  void whoIsBehindABrandIsReadByEverybodyOnceBothSidesWantIt() throws Exception {
    Visitor lee = company.add("Lee Noor", Role.AGENT);
    String brand = TestServer.newBrand();
    company.newCase(brand);
    String team = "/team/" + brand;
    assertThat(company.visitor().get(team).status()).isEqualTo(404);
    company.ada.call("/api/v1/brands", Map.of("brand", brand, "teamPage", true));
    assertThat(company.visitor().get(team).body()).doesNotContain("Lee Noor");

    lee.call(
        "/api/v1/profile",
        Map.of("publicPage", true, "pseudonym", "Lio <b>", "helpsWith", "Lost bags"));
    Visitor stranger = company.visitor();
    Answer page = stranger.get(team);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains("Lio &lt;b&gt;", "Lost bags", team + "/lio-b");
    assertThat(page.body()).doesNotContain("Lee Noor", "lee.noor", "Jo Dahl");
    assertThat(page.header("Cache-Control")).contains("public", "max-age=300");
    assertThat(stranger.setCookies).isEmpty();
    assertThat(stranger.get(team + "/lio-b").body()).contains("Lost bags");
    String profile = "/api/v1/people/%d/profile".formatted(company.id("Lee Noor"));
    company.ada.call(profile, Map.of("languages", List.of("nb"), "brands", List.of(brand)));
    assertThat(stranger.get(team + "/lio-b").body()).contains("Norwegian");
    company.ada.call(profile, Map.of("brands", List.of("another-brand")));
    assertThat(stranger.get(team + "/lio-b").status()).isEqualTo(404);
    company.ada.call(profile, Map.of("brands", List.of()));
    assertThat(stranger.get(team + "/nobody").status()).isEqualTo(404);
    assertThat(stranger.get(team + "/nobody").header("X-Robots-Tag")).contains("noindex");

    Answer taken = jo.call("/api/v1/profile", Map.of("publicPage", true, "handle", "lio-b"));
    assertThat(taken.status()).isEqualTo(409);
    lee.call("/api/v1/profile", Map.of());
    assertThat(stranger.get(team + "/lio-b").status()).isEqualTo(404);
  }
}
