package dev.switchboard.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.casework.ApprovalPolicy;
import dev.switchboard.engine.people.Role;
import dev.switchboard.engine.topic.BrandTopics;
import dev.switchboard.server.api.ApiClient.Answer;
import dev.switchboard.server.api.TestServer;
import dev.switchboard.server.desk.DeskRules;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A company in which only leads take cases out of colleagues' hands. */
class LeadsTakeOverTest {
  private static final DeskRules BY_LEADS =
      new DeskRules(ApprovalPolicy.DEFAULT, BrandTopics.USUAL, true);

  private static Answer takeOver(Visitor who, long id) throws Exception {
    return who.call("/api/v1/cases/%d/take-over".formatted(id), Map.of("reason", "urgent"));
  }

  @Test
  void anAgentIsToldToAskOneAndHasNoButtonForIt(@TempDir Path folder) throws Exception {
    try (ClosedCompany company = ClosedCompany.start(folder, BY_LEADS)) {
      Visitor nora = company.add("Nora", Role.AGENT);
      Visitor finn = company.add("Finn", Role.AGENT);
      Visitor leo = company.add("Leo", Role.LEAD);
      long id = company.newCase(TestServer.newBrand());
      assertThat(nora.call("/api/v1/cases/%d/claim".formatted(id), Map.of()).status())
          .isEqualTo(200);

      Answer refused = takeOver(finn, id);
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.body()).contains("Only leads may take a case");
      assertThat(finn.get("/cases/" + id).body()).contains("Nora").doesNotContain("Take over…");
      assertThat(leo.get("/cases/" + id).body()).contains("Take over…");
      assertThat(takeOver(leo, id).status()).isEqualTo(200);
    }
  }
}
