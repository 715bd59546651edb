package dev.switchboard.engine.incident.cause;

import static dev.switchboard.engine.incident.cause.Storm.change;
import static dev.switchboard.engine.incident.cause.Storm.deploy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.switchboard.engine.incident.cause.CauseJudgement.Answer;
import dev.switchboard.engine.incident.change.Change;
import dev.switchboard.engine.incident.change.ChangeType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CauseScenarioTest {
  private static final Change GUILTY = deploy("guilty", "checkout", "14:12");

  @Test
  void theDeployOfTheServiceThatCustomersNameIsBlamedAmongInnocentOnes() {
    CauseRanking ranking =
        Storm.rank(
            deploy("search", "search", "14:15"),
            deploy("delivery", "delivery", "14:10"),
            GUILTY,
            deploy("old", "checkout", "12:05"),
            deploy("late", "checkout", "14:50"));
    assertThat(ranking.blamed().orElseThrow().change()).isEqualTo(GUILTY);
    assertThat(ranking.causes().getFirst().probability()).isGreaterThan(0.7);
  }

  @Test
  void theOnsetIsFoundWithItsBounds() {
    CauseRanking.Onset onset = Storm.rank().onset();
    assertThat(onset.earliest()).isBeforeOrEqualTo(Storm.ONSET);
    assertThat(onset.latest()).isAfterOrEqualTo(Storm.ONSET);
    assertThat(Duration.between(Storm.ONSET, onset.at()).abs()).isLessThan(Duration.ofMinutes(8));
  }

  @Test
  void aBurstOfOtherTalkAnHourBeforeIsNotTheOnset() {
    List<Report> reports = new ArrayList<>(Storm.reports(null));
    for (int minute = 60; minute < 72; minute += 2) {
      reports.add(Report.of(Storm.NOON.plus(Duration.ofMinutes(minute)), "where is my parcel"));
    }
    CauseRanking ranking =
        Storm.rank(
            new IncidentEvidence(Storm.NOON, Storm.UNTIL, reports, Storm.usual()),
            deploy("parcels", "delivery", "12:55"),
            GUILTY);
    assertThat(ranking.onset().earliest()).isAfter(Storm.NOON.plus(Duration.ofMinutes(90)));
    assertThat(ranking.blamed().orElseThrow().change()).isEqualTo(GUILTY);
  }

  @Test
  void theReasonsSayWhenWhichWordsAndWhere() {
    IncidentEvidence evidence = Storm.evidence("eu");
    Change inEurope = change("guilty", ChangeType.DEPLOY, "checkout", null, "eu", "14:12");
    List<String> reasons = Storm.rank(evidence, inEurope).causes().getFirst().reasons();
    assertThat(reasons.getFirst())
        .matches("deploy of checkout (7|8|9|10|11|12) minutes before the first report");
    assertThat(reasons.get(1)).matches("'\\w+'.* and '\\w+' are words of checkout");
    assertThat(reasons.get(2)).startsWith("same region eu (");
  }

  @Test
  void aChangeThatStartsAfterTheOnsetIsVetoedAndSaysSo() {
    CauseRanking ranking = Storm.rank(GUILTY, deploy("late", "checkout", "14:45"));
    LikelyCause late = ranking.causes().getLast();
    assertThat(late.change().id()).isEqualTo("late");
    assertThat(late.vetoed()).isTrue();
    assertThat(late.probability()).isZero();
    assertThat(late.reasons().getFirst())
        .startsWith("started 14:45, ")
        .endsWith(" minutes after the first reports");
  }

  @Test
  void anAlertThatAnswersTheIncidentIsNotBlamedForIt() {
    Change alert = change("alert", ChangeType.ALERT, "checkout", null, null, "14:23");
    CauseRanking ranking = Storm.rank(GUILTY, alert);
    assertThat(ranking.blamed().orElseThrow().change()).isEqualTo(GUILTY);
    assertThat(ranking.causes().getFirst().probability()).isGreaterThan(0.8);
  }

  @Test
  void wordsThatNoCustomerUsesDoNotClearTheServiceThatListsThem() {
    ListedWords used = new ListedWords(Set.of("card", "pay"), Storm.usual());
    ListedWords unused = new ListedWords(Set.of("zx", "qy"), Storm.usual());
    assertThat(unused.unlisted()).isGreaterThan(used.unlisted());
    assertThat(unused.mostUnlisted()).isGreaterThan(used.mostUnlisted()).isLessThan(1);
    assertThat(unused.misled()).isGreaterThan(used.misled());
  }

  @Test
  void aChangeOfWhatTheServiceNeedsExplainsItToo() {
    CauseRanking ranking =
        Storm.rank(deploy("payments", "payments", "14:14"), deploy("search", "search", "14:14"));
    LikelyCause first = ranking.causes().getFirst();
    assertThat(first.change().id()).isEqualTo("payments");
    assertThat(first.probability()).isGreaterThan(0.5);
    assertThat(first.reasons().get(1)).endsWith("are words of checkout, which depends on payments");
  }

  @Test
  void ofTwoAlikeTheOneInTheReportsRegionIsLikelier() {
    CauseRanking ranking =
        Storm.rank(
            Storm.evidence("eu"),
            change("us", ChangeType.DEPLOY, "checkout", null, "us", "14:13"),
            change("eu", ChangeType.DEPLOY, "checkout", null, "eu-west-1", "14:13"));
    assertThat(ranking.blamed().orElseThrow().change().id()).isEqualTo("eu");
  }

  @Test
  void aChangeOfStagingIsHardlySuspected() {
    CauseRanking ranking =
        Storm.rank(
            change("test", ChangeType.DEPLOY, "checkout", "staging", null, "14:13"),
            change("live", ChangeType.DEPLOY, "checkout", "production", null, "14:13"));
    assertThat(ranking.blamed().orElseThrow().change().id()).isEqualTo("live");
    assertThat(ranking.causes().get(1).reasons()).contains("in staging, which customers don't see");
  }

  @Test
  void whenOnlyOtherServicesChangedNoneIsBlamed() {
    CauseRanking ranking =
        Storm.rank(deploy("search", "search", "13:40"), deploy("delivery", "delivery", "12:30"));
    assertThat(ranking.blamed()).isEmpty();
    assertThat(ranking.noneOfThese()).isGreaterThan(0.6);
  }

  @Test
  void withoutChangesNoneOfTheseIsCertain() {
    assertThat(Storm.rank().noneOfThese()).isEqualTo(1);
  }

  @Test
  void aServiceThatIsOnNoMapIsFoundByTheWordsOfItsSummary() {
    Change unknown =
        new Change(
            "unknown",
            ChangeType.FLAG,
            "zx-17",
            null,
            null,
            null,
            Storm.ONSET.minus(Duration.ofMinutes(5)),
            null,
            "New card form for the basket");
    CauseRanking ranking = Storm.rank(unknown, deploy("search", "search", "14:15"));
    assertThat(ranking.causes().getFirst().change().id()).isEqualTo("unknown");
    assertThat(ranking.causes().getFirst().reasons().get(1)).endsWith("words of its summary");
  }

  @Test
  void whatPeopleConfirmIsCertainAndWhatTheyRejectIsGone() {
    CauseRanking ranking = Storm.rank(GUILTY, deploy("payments", "payments", "14:14"));
    CauseRanking rejected = ranking.judged(List.of(said("guilty", Answer.REJECTED)));
    assertThat(probability(rejected, "guilty")).isZero();
    assertThat(sum(rejected)).isCloseTo(1, within(1e-9));
    CauseRanking confirmed = ranking.judged(List.of(said("payments", Answer.CONFIRMED)));
    assertThat(probability(confirmed, "payments")).isEqualTo(1);
    assertThat(confirmed.noneOfThese()).isZero();
    assertThat(ranking.judged(List.of())).isEqualTo(ranking);
  }

  private static CauseJudgement said(String change, Answer answer) {
    return new CauseJudgement(change, answer, "Kim", Storm.UNTIL, null);
  }

  private static double probability(CauseRanking ranking, String id) {
    return ranking.causes().stream()
        .filter(cause -> cause.change().id().equals(id))
        .findFirst()
        .orElseThrow()
        .probability();
  }

  private static double sum(CauseRanking ranking) {
    return ranking.noneOfThese()
        + ranking.causes().stream().mapToDouble(LikelyCause::probability).sum();
  }
}
