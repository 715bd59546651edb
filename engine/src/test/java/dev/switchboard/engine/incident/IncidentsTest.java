package dev.switchboard.engine.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.incident.cause.BlastRadius.TouchedService;
import dev.switchboard.engine.incident.cause.CauseJudgement;
import dev.switchboard.engine.incident.cause.CauseJudgement.Answer;
import dev.switchboard.engine.incident.cause.LikelyCause;
import dev.switchboard.engine.incident.change.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class IncidentsTest {
  private static final Instant THURSDAY = Shop.MONDAY.plus(Duration.ofDays(3));
  private static final Instant ONSET = THURSDAY.plus(Duration.ofHours(14));

  private final Shop shop = new Shop(7);

  @Test
  void onOrdinaryDaysNothingOpens() {
    Told told = Told.shop().play(shop.ordinary(Shop.MONDAY, Duration.ofDays(7), 60));

    assertThat(told.words()).isEmpty();
  }

  @Test
  void aDeployBreaksTheCheckoutAndIsBlamedAndNotTheInnocentOnes() {
    Told told = afternoon(40);

    assertThat(told.words()).first().isEqualTo("1 Opened");
    assertThat(told.words()).contains("1 CausesRanked", "1 Grew");
    Incident incident = told.incident(1);
    LikelyCause blamed = incident.causes().getFirst();
    assertThat(blamed.change().id()).isEqualTo("guilty");
    assertThat(blamed.probability()).isGreaterThan(0.6).isGreaterThan(incident.noneOfThese());
    assertThat(blamed.reasons()).isNotEmpty();
    assertThat(incident.causes())
        .filteredOn(cause -> !cause.change().id().equals("guilty"))
        .allSatisfy(cause -> assertThat(cause.probability()).isLessThan(0.2));
    assertThat(incident.causes())
        .filteredOn(cause -> cause.change().id().equals("late"))
        .singleElement()
        .matches(LikelyCause::vetoed)
        .satisfies(cause -> assertThat(cause.reasons()).first().asString().contains("after"));
  }

  @Test
  void theIncidentSaysWhatItTouches() {
    Incident incident = afternoon(40).incident(1);

    assertThat(incident.state()).isEqualTo(IncidentState.OPEN);
    assertThat(incident.reports()).isBetween(36, 44);
    assertThat(incident.authors()).isBetween(36, 44);
    assertThat(incident.terms()).contains("checkout", "card");
    assertThat(incident.probability()).isBetween(0.95, 1.0);
    assertThat(incident.onsetFrom()).isBeforeOrEqualTo(incident.onsetAt());
    assertThat(incident.onsetAt()).isBetween(ONSET.minusSeconds(900), ONSET.plusSeconds(600));
    assertThat(incident.blastRadius().services())
        .containsExactly(new TouchedService("checkout", 0));
    assertThat(incident.blastRadius().regions()).containsOnlyKeys("eu", "us");
    assertThat(incident.blastRadius().reach()).isEqualTo(100L * incident.authors());
    assertThat(incident.posts()).hasSize(incident.reports());
    assertThat(incident.course().stream().mapToInt(CourseStep::reports).sum())
        .isGreaterThanOrEqualTo(incident.reports());
    assertThat(incident.course()).allSatisfy(step -> assertThat(step.expected()).isPositive());
  }

  @Test
  void itBecomesQuietClosesAndComesBackUnderItsNumber() {
    Told told = afternoon(40);
    Instant later = ONSET.plus(Duration.ofHours(20));
    told.play(shop.ordinary(ONSET.plus(Duration.ofHours(1)), Duration.ofHours(19), 60));

    assertThat(told.words()).containsSubsequence("1 Opened", "1 Quietened", "1 Closed");
    assertThat(told.incident(1).state()).isEqualTo(IncidentState.CLOSED);
    assertThat(told.incident(1).closedAt()).isNotNull();

    told.play(shop.cannotPay(later, 30));

    assertThat(told.words()).contains("1 Reopened").doesNotContain("2 Opened");
    assertThat(told.incident(1).times()).isEqualTo(1);
    assertThat(told.incident(1).closedAt()).isNull();
  }

  @Test
  void aJokePassedOnFiveHundredTimesOpensNothing() {
    List<ReportedPost> posts = new ArrayList<>(shop.ordinary(Shop.MONDAY, Duration.ofDays(4), 60));
    posts.addAll(shop.joke(ONSET, 500));

    assertThat(Told.shop().play(Shop.sorted(posts)).words()).isEmpty();
  }

  @Test
  void aChangeThatIsToldOfLateIsStillBlamed() {
    Told told = Told.shop().play(shop.ordinary(Shop.MONDAY, Duration.ofHours(86), 60));
    told.play(shop.cannotPay(ONSET, 20));
    assertThat(told.incident(1).causes()).isEmpty();
    assertThat(told.incident(1).noneOfThese()).isEqualTo(1);

    Instant now = ONSET.plus(Duration.ofMinutes(25));
    told.incidents.on(Shop.deploy("guilty", "checkout", ONSET.minusSeconds(300)), now);

    assertThat(told.incident(1).causes())
        .singleElement()
        .satisfies(cause -> assertThat(cause.probability()).isGreaterThan(0.5));
  }

  @Test
  void peopleTakeItResolveItAndItOpensAgainWhenItGrows() {
    Told told = afternoon(10);
    Instant now = ONSET.plus(Duration.ofMinutes(11));

    told.act(new IncidentAction.Acknowledge(1, "ann"), now);
    assertThat(told.incident(1).state()).isEqualTo(IncidentState.ACKNOWLEDGED);
    told.act(new IncidentAction.Resolve(1, "ann", "rolled back"), now);
    assertThat(told.incident(1).state()).isEqualTo(IncidentState.RESOLVED);
    assertThat(told.act(new IncidentAction.Acknowledge(1, "bob"), now))
        .isEqualTo(new Acted.Refused("Incident 1 is resolved: nobody needs to look after it."));
    told.play(shop.cannotPay(now, 30));

    assertThat(told.words())
        .containsSubsequence("1 Opened", "1 Acknowledged", "1 Resolved", "1 Reopened", "1 Grew");
    assertThat(told.incident(1).state()).isEqualTo(IncidentState.ACKNOWLEDGED);
    assertThat(told.act(new IncidentAction.Resolve(9, "ann", null), now))
        .isEqualTo(new Acted.Unknown(9));
  }

  @Test
  void aRejectedCauseIsBlamedNoMoreAlsoAfterTheNextRanking() {
    Told told = afternoon(20);
    Instant now = ONSET.plus(Duration.ofMinutes(21));

    told.act(
        new IncidentAction.JudgeCause(
            1, new CauseJudgement("guilty", Answer.REJECTED, "ann", now, "was rolled back")),
        now);
    told.play(shop.cannotPay(now, 30));

    Incident incident = told.incident(1);
    assertThat(incident.causes())
        .filteredOn(cause -> cause.change().id().equals("guilty"))
        .allSatisfy(cause -> assertThat(cause.probability()).isZero());
    assertThat(incident.judgements()).hasSize(1);
    assertThat(
            told.act(
                new IncidentAction.JudgeCause(
                    1, new CauseJudgement("nobody", Answer.CONFIRMED, "ann", now, null)),
                now))
        .isInstanceOf(Acted.Refused.class);
  }

  @Test
  void twoAreMergedAndTakenApartAgain() {
    Told told = afternoon(20);
    told.play(parcels(ONSET.plus(Duration.ofMinutes(30))));
    Instant now = ONSET.plus(Duration.ofMinutes(90));
    int first = told.incident(1).reports();
    int second = told.incident(2).reports();

    told.act(new IncidentAction.Merge(1, 2, "ann"), now);
    assertThat(told.incident(1).reports()).isEqualTo(first + second);
    assertThat(told.incident(2).state()).isEqualTo(IncidentState.MERGED);
    assertThat(told.incident(2).mergedInto()).isEqualTo(1);
    assertThat(told.act(new IncidentAction.Merge(1, 2, "ann"), now))
        .isEqualTo(new Acted.Refused("Incidents 1 and 2 are one already."));

    told.act(new IncidentAction.Undo(1, "ann"), now);
    assertThat(told.incident(1).reports()).isEqualTo(first);
    assertThat(told.incident(2).reports()).isEqualTo(second);
    assertThat(told.incident(2).state()).isEqualTo(IncidentState.OPEN);
    assertThat(told.act(new IncidentAction.Undo(1, "ann"), now)).isInstanceOf(Acted.Refused.class);
  }

  @Test
  void postsAreSplitOffAndPutBack() {
    Told told = afternoon(20);
    Instant now = ONSET.plus(Duration.ofMinutes(30));
    List<Long> some = told.incident(1).posts().subList(0, 3);

    told.act(new IncidentAction.Split(1, some, "ann"), now);
    assertThat(told.incident(1).posts()).doesNotContainAnyElementsOf(some);
    assertThat(told.act(new IncidentAction.Split(1, List.of(-5L), "ann"), now))
        .isInstanceOf(Acted.Refused.class);
    told.act(new IncidentAction.Undo(1, "ann"), now);
    assertThat(told.incident(1).posts()).containsAll(some);
  }

  @Test
  void whatCountsInAnIncidentSaysSo() {
    Told told = Told.shop().play(shop.ordinary(Shop.MONDAY, Duration.ofHours(86), 60));
    List<List<Long>> numbers = new ArrayList<>();
    Consumer<ReportedPost> tell =
        post -> numbers.add(told.incidents.on(post, post.at()).incidents());
    shop.cannotPay(ONSET, 20).forEach(tell);

    assertThat(numbers).first().asList().isEmpty();
    assertThat(numbers).last().isEqualTo(List.of(1L));
    ReportedPost last = shop.said("lovely shop", false, ONSET.plusSeconds(1500));
    assertThat(told.incidents.on(last, last.at()).incidents()).isEmpty();
  }

  @Test
  void everyReportIsGroupedAndOfChatterASample() {
    Told told = Told.shop();
    int grouped = 0;
    for (int i = 0; i < 400; i++) {
      ReportedPost report = shop.said("where is parcel " + i, true, Shop.MONDAY);
      assertThat(told.incidents.on(report, Shop.MONDAY).assignment()).isNotNull();
      ReportedPost chatter = shop.said("lovely shop " + i, false, Shop.MONDAY);
      grouped += told.incidents.on(chatter, Shop.MONDAY).assignment() == null ? 0 : 1;
    }
    assertThat(grouped).isBetween(25, 100);
  }

  private List<ReportedPost> parcels(Instant from) {
    List<ReportedPost> posts = new ArrayList<>();
    List<String> said =
        List.of(
            "tracking page is blank for every parcel of mine",
            "parcel tracking shows a blank page",
            "blank tracking page, where is my parcel then",
            "can't see tracking, the parcel page is blank");
    for (int i = 0; i < 30; i++) {
      posts.add(shop.said(said.get(i % 4) + shop.story(), true, from.plusSeconds(70L * i)));
    }
    return posts;
  }

  private Told afternoon(int customers) {
    List<ReportedPost> posts =
        new ArrayList<>(shop.ordinary(Shop.MONDAY, Duration.ofHours(86), 60));
    posts.addAll(shop.cannotPay(ONSET, customers));
    return Told.shop()
        .play(
            Shop.sorted(posts),
            deploy("guilty", "checkout", -6),
            deploy("innocent", "search", -10),
            deploy("early", "delivery", -300),
            deploy("late", "checkout", 9));
  }

  private static Change deploy(String id, String service, long minutes) {
    return Shop.deploy(id, service, ONSET.plus(Duration.ofMinutes(minutes)));
  }
}
