package dev.switchboard.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.server.demo.PostSink.Receipt;
import dev.switchboard.server.demo.SentCheck.SentReply;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SummaryTest {
  private final ReplyLedger ledger = new ReplyLedger();

  @Test
  void theSummaryIsOneLineInTheOrderOfTheContract() {
    DemoTally tally = new DemoTally();
    tally.delivered(10, 4, new Receipt(7, 2, 1));
    tally.delivered(5, 1, new Receipt(5, 0, 0));
    tally.gaveUp(3);
    DemoSummary summary = tally.summary(6, 4, 2, 0);
    assertThat(summary.addsUp()).isTrue();
    assertThat(summary.toJson())
        .isEqualTo(
            "{\"postsIn\":15,\"stored\":12,\"duplicates\":2,\"rejected\":1,\"needsHelp\":5,"
                + "\"cases\":6,\"answered\":4,\"waiting\":2,\"answeredTwice\":0}");
  }

  @Test
  void linesThatTheIntakeDoesNotAccountForShow() {
    DemoTally tally = new DemoTally();
    tally.delivered(10, 0, new Receipt(8, 0, 1));
    assertThat(tally.summary(0, 0, 0, 0).addsUp()).isFalse();
  }

  @Test
  void aReplyUnawareOfAColleaguesCounts() {
    ledger.wrote("Jonna", "q1", "text 1", Set.of());
    ledger.wrote("Mateo", "q1", "text 2", Set.of());
    assertThat(ledger.unaware(List.of(sent(1, "Jonna", "q1"), sent(2, "Mateo", "q1"))))
        .isEqualTo(1);
  }

  @Test
  void aReplyByOneWhoHadReadTheColleaguesDoesNot() {
    ledger.wrote("Jonna", "q1", "text 1", Set.of());
    ledger.wrote("Mateo", "q1", "text 2", Set.of("out-1"));
    assertThat(ledger.unaware(List.of(sent(1, "Jonna", "q1"), sent(2, "Mateo", "q1")))).isZero();
  }

  @Test
  void aSecondReplyByTheSameAgentOrToAnotherPostDoesNot() {
    ledger.wrote("Jonna", "q1", "text 1", Set.of());
    ledger.wrote("Jonna", "q1", "text 2", Set.of());
    ledger.wrote("Mateo", "q2", "text 3", Set.of());
    assertThat(
            ledger.unaware(
                List.of(sent(1, "Jonna", "q1"), sent(2, "Jonna", "q1"), sent(3, "Mateo", "q2"))))
        .isZero();
  }

  @Test
  void aPersonsReplyFromTheConsoleIsOnlyCountedAgainst() {
    ledger.wrote("Mateo", "q1", "text 2", Set.of());
    assertThat(ledger.unknown(List.of(sent(1, "a person", "q1"), sent(2, "Mateo", "q1"))))
        .isEqualTo(1);
    assertThat(ledger.unaware(List.of(sent(1, "a person", "q1"), sent(2, "Mateo", "q1"))))
        .isEqualTo(1);
    assertThat(ledger.unaware(List.of(sent(2, "Mateo", "q1"), sent(9, "a person", "q1")))).isZero();
  }

  private static SentReply sent(long reply, String agent, String question) {
    return new SentReply(agent, "x:@auroraair", question, "text " + reply, "out-" + reply);
  }
}
