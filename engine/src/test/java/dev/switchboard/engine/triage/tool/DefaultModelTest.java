package dev.switchboard.engine.triage.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.switchboard.engine.triage.ShippedModel;
import dev.switchboard.engine.triage.model.LinearModelBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The shipped model against the data beside the project; skipped where that is absent. */
class DefaultModelTest {
  private static final Path DATA =
      Path.of(System.getenv().getOrDefault("SWITCHBOARD_DATA", "../../shared/data"));

  @BeforeAll
  static void needsTheData() {
    assumeTrue(
        Files.isDirectory(DATA),
        "no labelled data in ../shared/data: set SWITCHBOARD_DATA to its folder");
  }

  @Test
  void trainingAgainGivesTheShippedBytes() throws IOException {
    byte[] again =
        LinearModelBytes.write(
            TrainDefaultModel.train(PermissiveData.read(DATA.resolve("permissive"))));

    assertThat(again).isEqualTo(LinearModelBytes.write(ShippedModel.model()));
  }

  @Test
  void complaintsRankAboveTheRestOnBrandsItNeverSaw() throws IOException {
    var scored =
        EvaluateDefaultModel.scored(EvaluateDefaultModel.complaints(DATA), ShippedModel.model());

    assertThat(Auc.of(scored)).isGreaterThan(0.75);
  }

  @Test
  void whatOpensAConversationRanksAboveRandomTweets() throws IOException {
    var scored =
        EvaluateDefaultModel.scored(EvaluateDefaultModel.openings(DATA), ShippedModel.model());

    assertThat(Auc.of(scored)).isGreaterThan(0.75);
  }
}
