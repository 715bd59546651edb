package dev.switchboard.server.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.engine.casework.ApprovalPolicy.Occasion;
import dev.switchboard.engine.casework.ApprovalReason;
import dev.switchboard.engine.post.ChannelName;
import dev.switchboard.server.desk.DeskRules;
import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DeskSettingsTest {
  private static final String LAWYER = "or my lawyer will write to you";

  private static DeskRules rules(String lines) throws IOException {
    Properties values = new Properties();
    values.load(new StringReader(lines));
    return new DeskSettings(values).rules();
  }

  private static Optional<ApprovalReason.Kind> why(
      DeskRules rules, boolean reviewed, String brand, String channel, String... topics) {
    var reply = new Occasion("Nora", reviewed, Set.of(topics), brand, ChannelName.parse(channel));
    return rules.approvals().reasonFor(reply).map(ApprovalReason::kind);
  }

  @Test
  void withoutAWordNewcomersAndSensitiveTopicsAreApprovedAndEverybodyTakesOver()
      throws IOException {
    DeskRules rules = rules("");
    assertThat(rules.takeOverByLeads()).isFalse();
    assertThat(why(rules, false, "acme", "x:@acme")).isEmpty();
    assertThat(why(rules, true, "acme", "x:@acme")).contains(ApprovalReason.Kind.NEWCOMER);
    assertThat(why(rules, false, "acme", "x:@acme", "legal")).contains(ApprovalReason.Kind.TOPIC);
    assertThat(rules.topics().of("acme").of(LAWYER, null)).contains("legal");
  }

  @Test
  void aCompanySaysWhoTakesOverAndWhatIsApproved() throws IOException {
    DeskRules rules =
        rules(
            """
            takeOver = leads
            approve.newcomers = no
            approve.topics = no
            approve.brands = acme, globex
            approve.channels = x:@initech
            """);
    assertThat(rules.takeOverByLeads()).isTrue();
    assertThat(why(rules, true, "initech", "mastodon:@a@b.example", "legal")).isEmpty();
    assertThat(why(rules, false, "globex", "x:@globex")).contains(ApprovalReason.Kind.BRAND);
    assertThat(why(rules, false, "initech", "x:@initech")).contains(ApprovalReason.Kind.CHANNEL);
  }

  @Test
  void topicsAreAddedChangedAndTakenAwayAlsoForOneBrand() throws IOException {
    DeskRules rules =
        rules(
            """
            topic.legal = none
            topic.recall = battery swells, intent:recall
            topic.legal.acme = my lawyer
            """);
    assertThat(rules.topics().of("globex").of(LAWYER, null)).isEmpty();
    assertThat(rules.topics().of("acme").of(LAWYER, null)).containsExactly("legal");
    assertThat(rules.topics().of("globex").of("the Battery swells!", null))
        .containsExactly("recall");
    assertThat(rules.topics().of("globex").of("hello", "recall")).containsExactly("recall");
  }

  @ParameterizedTest
  @CsvSource({
    "takeOver = nobody, takeOver must be everyone or leads",
    "approve.topics = maybe, approve.topics must be yes or no",
    "approve.channels = acme, approve.channels must be network:account",
    "topic.recall = !!!, topic.recall must be words"
  })
  void whatMakesNoSenseIsSaidWithItsKey(String line, String said) {
    assertThatThrownBy(() -> rules(line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(said);
  }
}
