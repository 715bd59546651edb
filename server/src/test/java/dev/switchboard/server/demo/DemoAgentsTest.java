package dev.switchboard.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.casework.CaseState.Claimed;
import dev.switchboard.engine.post.PostKind;
import dev.switchboard.server.desk.CaseDesk;
import dev.switchboard.server.desk.DeskResult;
import dev.switchboard.store.reads.CaseQuery;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DemoAgentsTest {
  private static final double FAST = 1_000;
  private final FakeCompany company = new FakeCompany(Duration.ofMinutes(2));
  private final AgentTally tally = new AgentTally();
  private final TruthBook truths = new TruthBook();
  private final Phrasebook book = Phrasebook.load();
  private final ReplyLedger ledger = new ReplyLedger();

  @Test
  void whenTheCustomerWritesMeanwhileTheAgentReadsAgainAndReplies() throws Exception {
    company.accept(List.of(post("q1", null, "My suitcase is lost")));
    long caseId = waitingCase();
    Claimed claim = claim(caseId);
    DeskWithInterjection desk =
        new DeskWithInterjection(
            company, () -> company.accept(List.of(post("q2", "q1", "And the pram too"))));

    handle(caseId, claim, desk);

    assertThat(tally.sum().movedOn()).isEqualTo(1);
    assertThat(tally.sum().replies()).isEqualTo(1);
    company.counts(null);
    assertThat(company.replies())
        .singleElement()
        .satisfies(r -> assertThat(r.inReplyTo()).isEqualTo("q2"));
  }

  @Test
  void aLostClaimIsLetGo() throws Exception {
    company.accept(List.of(post("q1", null, "My suitcase is lost")));
    long caseId = waitingCase();
    Claimed claim = claim(caseId);
    company.transfer(caseId, claim.token(), "Somebody else");

    handle(caseId, claim, company);

    assertThat(tally.sum().replies()).isZero();
    assertThat(tally.sum().claimsLost()).isEqualTo(1);
  }

  @Test
  void theAnswerIsInTheLanguageAndAboutTheMatterOfTheCustomer() throws Exception {
    truths.put("q1", Truth.of(Intent.BAGGAGE, "it"));
    company.accept(List.of(post("q1", null, "...")));
    long caseId = waitingCase();

    handle(caseId, claim(caseId), company);

    assertThat(company.replyTexts).singleElement().asString().contains("etichetta").endsWith("^JD");
  }

  @Test
  void nobodyAnswersSpam() throws Exception {
    truths.put("q1", Truth.of(Intent.SPAM, "en"));
    company.accept(List.of(post("q1", null, "WIN!")));
    long caseId = waitingCase();

    handle(caseId, claim(caseId), company);

    assertThat(company.replyTexts).isEmpty();
    assertThat(company.counts(null).closed()).isEqualTo(1);
    assertThat(tally.sum().closedUnanswered()).isEqualTo(1);
  }

  @Test
  void whoSaysThanksIsLeftInPeace() throws Exception {
    truths.put("q1", Truth.of(Intent.BAGGAGE, "en"));
    company.accept(List.of(post("q1", null, "My suitcase is lost")));
    long caseId = waitingCase();
    handle(caseId, claim(caseId), company);
    company.counts(null);
    truths.put("q2", Truth.of(Intent.THANKS, "en"));
    company.accept(List.of(post("q2", company.replies().getFirst().externalId(), "Thanks!")));

    handle(caseId, claim(caseId), company);

    assertThat(company.replyTexts).hasSize(1);
    assertThat(company.counts(null).closed()).isEqualTo(1);
    assertThat(tally.sum().closed()).isEqualTo(1);
  }

  private void handle(long caseId, Claimed claim, CaseDesk desk) throws InterruptedException {
    Reactions reactions = new Reactions(company, book, truths, 1, "t", FAST);
    Office office =
        new Office(
            company,
            desk,
            Tray.NONE,
            (id, agent, token) -> desk.close(id, token) instanceof DeskResult.Done,
            book,
            truths,
            ledger,
            reactions,
            tally,
            new Shift(),
            InstantSource.system(),
            FAST,
            _ -> {});
    String agent = AgentNames.first(1).getFirst();
    // a seed with which the agent neither hands the case back nor leaves a note
    Random random = new Random(1);
    new Handling(office, agent, new AnswerWriter(book, truths, agent), random, caseId, claim)
        .handle();
  }

  private long waitingCase() {
    return company
        .cases(new CaseQuery("waiting", null, null, null, null, CaseQuery.Order.URGENT, null, 1))
        .items()
        .getFirst()
        .id();
  }

  private Claimed claim(long caseId) {
    DeskResult result = company.claim(caseId, AgentNames.first(1).getFirst());
    return (Claimed) ((DeskResult.Done) result).file().state();
  }

  private static String post(String id, @Nullable String parent, String text) {
    DemoPost post =
        new DemoPost(
            id,
            Airline.X,
            "@velvet_otter",
            text,
            PostKind.MENTION,
            parent,
            null,
            null,
            null,
            null,
            DemoPost.Change.WRITTEN);
    Instant now = Instant.now();
    return PostLine.of(post, new Stamps.Stamp(now, now));
  }
}
