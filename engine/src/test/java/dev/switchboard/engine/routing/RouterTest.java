package dev.switchboard.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.engine.people.CaseWeights;
import dev.switchboard.engine.people.Presence;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Example;

class RouterTest {
  private final FloorInWords floor = new FloorInWords();

  @Example
  void aNewCaseGoesToWhoCarriesLeastForTheirCapacity() {
    floor.agent("ann working 10").agent("bob working 2").sofar();
    floor.takesByHand("ann", 90).takesByHand("ann", 91).takesByHand("bob", 92);
    assertThat(floor.waits(1, "-").said()).containsExactly("1 offered to ann until 09:01");
    assertThat(floor.lastWhy())
        .isEqualTo(
            "ann carried least: 2 of 10, and had been given no case since 2026-02-02T09:00:00Z."
                + " 2 people could take it now: ann, bob.");
  }

  @Example
  void ofEquallyLoadedPeopleTheLongestIdleIsNextAndThenTheFirstByName() {
    floor.agent("cyd working 5").agent("bob working 5").after(60).agent("ann working 5").sofar();
    assertThat(floor.waits(1, "-").waits(2, "-").waits(3, "-").said())
        .containsExactly(
            "1 offered to bob until 09:02",
            "2 offered to cyd until 09:02",
            "3 offered to ann until 09:02");
  }

  @Example
  void acceptedInTimeItIsTheirsAndLaterItIsNot() {
    floor.agent("ann working 5").waits(1, "-").waits(2, "-").sofar();
    assertThat(floor.accepts("ann", 1).accepts("ann", 1).said()).containsExactly("1 is ann's");
    assertThat(floor.after(60).said()).containsExactly("2 expired with ann");
    assertThat(floor.accepts("ann", 2).said()).containsExactly("2 is not ann's");
  }

  @Example
  void declinedItGoesOnAtOnceAndNotBackForHalfAnHour() {
    floor.agent("ann working 5").agent("bob working 1").waits(1, "-").sofar();
    assertThat(floor.declines("ann", 1).said()).containsExactly("1 offered to bob until 09:01");
    assertThat(floor.declines("bob", 1).said()).isEmpty();
    assertThat(floor.after(29 * 60).said()).isEmpty();
    assertThat(floor.after(60).said()).containsExactly("1 offered to ann until 09:31");
  }

  @Example
  void whoAnswersNoOffersGetsNoneForAWhile() {
    floor.agent("ann working 5").waits(1, "-").waits(2, "-").after(60).sofar();
    assertThat(floor.waits(3, "-").said()).isEmpty();
    assertThat(floor.after(5 * 60).said()).containsExactly("3 offered to ann until 09:07");
  }

  @Example
  void whoFinishesACaseIsLookingAgain() {
    floor.agent("ann working 5").takesByHand("ann", 90).waits(1, "-").waits(2, "-");
    floor.after(60).waits(3, "-").sofar();
    assertThat(floor.closed(90).said()).containsExactly("3 offered to ann until 09:02");
  }

  @Example
  void usuallyAPersonIsAskedAboutOneCaseAtATime() {
    FloorInWords usual = new FloorInWords(RoutingPolicy.DEFAULT);
    usual.agent("ann working 5").waits(1, "-").waits(2, "-");
    assertThat(usual.said()).containsExactly("1 offered to ann until 09:01");
    assertThat(usual.accepts("ann", 1).said())
        .containsExactly("1 is ann's", "2 offered to ann until 09:01");
  }

  @Example
  void theOneWhoAnsweredLastComesFirstWhoeverElseIsIdle() {
    floor.agent("ann working 5").agent("bob working 5").takesByHand("ann", 90).sofar();
    assertThat(floor.waits(1, "-", 60, floor.answeredBy("ann")).said())
        .containsExactly("1 offered to ann until 09:01");
    assertThat(floor.lastWhy())
        .isEqualTo(
            "ann wrote the last reply to this customer, at 2026-02-02T08:00:00Z."
                + " 2 people could take it now: bob, ann.");
  }

  @Example
  void aCaseIsKeptForTheOneWhoAnsweredLastWhileTheyAreFullButNotForLong() {
    floor.agent("ann working 1").agent("bob working 5").takesByHand("ann", 90).sofar();
    floor.waits(1, "-", 60, floor.answeredBy("ann")).waits(2, "-", 60, floor.answeredBy("ann"));
    assertThat(floor.said()).isEmpty();
    assertThat(floor.closed(90).said()).containsExactly("1 offered to ann until 09:01");
    assertThat(floor.accepts("ann", 1).after(180).said())
        .containsExactly("1 is ann's", "2 offered to bob until 09:04");
  }

  @Example
  void anAbsentPreviousOwnerIsNeverWaitedFor() {
    floor.agent("ann away 5").agent("bob working 5").sofar();
    assertThat(floor.waits(1, "-", 60, floor.answeredBy("ann")).said())
        .containsExactly("1 offered to bob until 09:01");
    floor.agent("ann working 1").takesByHand("ann", 90).waits(2, "-", 60, floor.answeredBy("ann"));
    assertThat(floor.sofar().agent("ann away 1").said())
        .containsExactly("2 offered to bob until 09:01");
  }

  @Example
  void aFreedPersonTakesTheCaseWhoseWaitCostsMostNotTheOldest() {
    floor.agent("ann working 1").takesByHand("ann", 90).sofar();
    floor.waits(1, "-", 480, null).after(20 * 60).waits(2, "-", 60, null).after(10 * 60);
    assertThat(floor.closed(90).said()).containsExactly("2 offered to ann until 09:31");
    assertThat(floor.lastWhy())
        .isEqualTo(
            "ann had room, and of 2 cases this one's wait cost most: 10 min of the 60 min that it"
                + " may wait. Nobody else could take it now.");
  }

  @Example
  void peopleTakeWhatTheyKnowBeforeWhatTheyFitOnlySinceItAsksForLess() {
    floor.agent("ann working 1 de baggage:3").agent("bob working 1 de refunds:5").sofar();
    floor.takesByHand("ann", 90).takesByHand("bob", 91);
    floor.waits(1, "de refunds:4").after(43 * 60).waits(2, "de baggage:3").after(6 * 60).sofar();
    assertThat(floor.closed(90).said()).containsExactly("2 offered to ann until 09:50");
    assertThat(floor.declines("ann", 2).said()).containsExactly("1 offered to ann until 09:50");
  }

  @Example
  void needsAreRelaxedStepByStep() {
    floor.agent("ann working 5 de refunds:2").agent("bob off 5 de refunds:4").sofar();
    assertThat(floor.waits(1, "de refunds:4").said()).isEmpty();
    assertThat(floor.after(18 * 60).said())
        .containsExactly("1 LEVEL from refunds:4 to refunds:3: WAITED");
    assertThat(floor.after(12 * 60).said())
        .containsExactly(
            "1 LEVEL from refunds:3 to refunds:2: WAITED", "1 offered to ann until 09:31");
  }

  @Example
  void whatNobodyHasIsNotWaitedFor() {
    floor.agent("ann working 5 de refunds:2").sofar();
    assertThat(floor.waits(1, "de refunds:4").said())
        .containsExactly(
            "1 LEVEL from refunds:4 to refunds:3: NOBODY_HAS_IT",
            "1 LEVEL from refunds:3 to refunds:2: NOBODY_HAS_IT",
            "1 offered to ann until 09:01");
  }

  @Example
  void capacityCountsOffersAndHeavyCasesAndOneHeavyCaseFitsEmptyHands() {
    floor.agent("ann working 4").sofar();
    assertThat(floor.waits(1, "- - - forum").waits(2, "-").said())
        .containsExactly("1 offered to ann until 09:01");
    assertThat(floor.declines("ann", 1).said()).containsExactly("2 offered to ann until 09:01");
    assertThat(floor.accepts("ann", 2).waits(3, "- - - forum").said())
        .containsExactly("2 is ann's");
  }

  @Example
  void volunteersAreOfferedOnlyWhatTheyAreCertifiedFor() {
    floor.volunteer("vic working 5", "Baggage").sofar();
    assertThat(floor.waits(1, "- - baggage").waits(2, "- - refunds").waits(3, "-").said())
        .containsExactly(
            "1 offered to vic until 09:01",
            "2 unroutable: Only volunteers answer for north, and none is certified for \"refunds\".",
            "3 unroutable: Only volunteers answer for north, and nobody has said what this is"
                + " about.");
    assertThat(floor.agent("ann working 5").said())
        .containsExactly(
            "2 cleared",
            "2 offered to ann until 09:01",
            "3 cleared",
            "3 offered to ann until 09:01");
  }

  @Example
  void withNobodyThereItIsAnExceptionAndTheBacklogDrainsWhenPeopleReturn() {
    floor.agent("ann off 2").waits(1, "-").waits(2, "-").waits(3, "-").sofar();
    assertThat(floor.after(15 * 60).said())
        .containsExactly(
            "1 unroutable: One person could take it, and none has been there for 15 minutes.",
            "2 unroutable: One person could take it, and none has been there for 15 minutes.",
            "3 unroutable: One person could take it, and none has been there for 15 minutes.");
    assertThat(floor.after(60).said()).isEmpty();
    assertThat(floor.agent("ann working 2").said())
        .containsExactly(
            "1 cleared",
            "1 offered to ann until 09:17",
            "2 cleared",
            "2 offered to ann until 09:17",
            "3 cleared");
    assertThat(floor.accepts("ann", 1).closed(1).said())
        .containsExactly("1 is ann's", "3 offered to ann until 09:17");
  }

  @Example
  void withNobodyOnTheRosterItIsAnExceptionAtOnce() {
    assertThat(floor.waits(1, "-").said())
        .containsExactly("1 unroutable: Nobody is on the roster.");
    assertThat(floor.agent("ann working 0").said()).isEmpty();
    assertThat(floor.closed(1).said()).containsExactly("1 cleared");
  }

  @Example
  void whoLeavesKeepsNoOffers() {
    floor.agent("ann working 5").waits(1, "-").agent("bob working 5").sofar();
    assertThat(floor.agent("ann away 5").said())
        .containsExactly("1 withdrawn from ann: NOT_THERE", "1 offered to bob until 09:01");
    assertThat(floor.leaves("bob").said()).containsExactly("1 withdrawn from bob: NOT_THERE");
  }

  @Example
  void takenByHandOrGoneTheOfferIsWithdrawn() {
    floor.agent("ann working 5").agent("bob working 5").waits(1, "-").waits(2, "-").sofar();
    assertThat(floor.takesByHand("bob", 1).said())
        .containsExactly("1 withdrawn from ann: TAKEN_BY_HAND");
    assertThat(floor.closed(2).said()).containsExactly("2 withdrawn from bob: CASE_GONE");
  }

  @Example
  void whatIsReopenedOrLetGoComesBackAndNotToWhoLetItGo() {
    floor.agent("ann working 5").agent("bob working 1").waits(1, "-").accepts("ann", 1);
    floor.takesByHand("bob", 90).sofar();
    assertThat(floor.letsGo("ann", 1).said()).isEmpty();
    assertThat(floor.closed(90).said()).containsExactly("1 offered to bob until 09:01");
  }

  @Example
  void aRestartForgetsNothing() {
    floor.agent("ann working 1").agent("bob off 1").waits(1, "-").waits(2, "-").waits(3, "-");
    floor.declines("ann", 1).sofar().restarts();
    assertThat(floor.accepts("ann", 2).closed(2).said())
        .containsExactly("2 is ann's", "3 offered to ann until 09:01");
    assertThat(floor.agent("bob working 1").said()).containsExactly("1 offered to bob until 09:01");
  }

  @Example
  void brokenBytesAreRefused() {
    CaseWeights weights = CaseWeights.DEFAULT;
    byte[] good = new Router(RoutingPolicy.DEFAULT, weights).snapshot();
    byte[] cut = Arrays.copyOf(good, good.length - 1);
    byte[] other = "something else".getBytes(StandardCharsets.UTF_8);
    for (byte[] bytes : List.of(cut, other)) {
      assertThatThrownBy(() -> Router.restore(RoutingPolicy.DEFAULT, weights, bytes))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("snapshot of a router");
    }
  }

  @Example
  void theCostOfDelayIsThatOfTheFormula() {
    WaitingCase waiting =
        new WaitingCase(
            1,
            new Needs("north", new CaseWeights.Kind("x", false), null, null, List.of()),
            FloorInWords.NINE,
            FloorInWords.NINE.plusSeconds(100),
            Duration.ofSeconds(50),
            null);
    Routed routed = new Routed(1);
    routed.know(waiting);
    double nine = DelayCost.seconds(FloorInWords.NINE);
    // a / (T^2 h) = 30 / (100 * 100 * 50)
    assertThat(DelayCost.of(routed.sinceSeconds, routed.costDivisor, nine + 30)).isEqualTo(6e-5);
    assertThat(DelayCost.of(routed.sinceSeconds, routed.costDivisor, nine - 30)).isZero();
  }

  @Example
  void badInputIsRefusedWithASentence() {
    assertThatThrownBy(() -> new Relaxation(Relaxation.Need.LEVEL, 11))
        .hasMessage("a need is relaxed after 0 to 10.0 of the target, not 11.0");
    assertThatThrownBy(
            () ->
                new Worker(
                    "ann", Presence.WORKING, -1, Set.of(), Set.of(), List.of(), false, Set.of()))
        .hasMessage("the capacity of ann must not be negative: -1");
  }

  @Example
  void whoLetsThreeOffersExpireInARowIsNotThereWhateverPausesLieBetween() {
    FloorInWords three = new FloorInWords(RoutingPolicy.DEFAULT.withMaxUnseen(3));
    three.agent("ann working 5").waits(1, "-").waits(2, "-").waits(3, "-").waits(4, "-");
    assertThat(three.sofar().after(60).after(60).said())
        .containsExactly(
            "1 expired with ann", "2 offered to ann until 09:02", "2 expired with ann");
    assertThat(three.sofar().after(5 * 60).said()).containsExactly("3 offered to ann until 09:08");
    assertThat(three.sofar().after(60).said())
        .as("none is offered until they have been set away, and come back")
        .containsExactly("3 expired with ann", "ann does not look: 3 offers");
    assertThat(three.agent("ann away 5").sofar().after(10 * 60).said()).isEmpty();
    assertThat(three.agent("ann working 5").said()).containsExactly("4 offered to ann until 09:19");
    assertThat(three.sofar().after(60).after(60).said()).noneMatch(one -> one.contains("look"));
  }

  @Example
  void whoAnswersOrTakesACaseInBetweenIsThere() {
    FloorInWords two = new FloorInWords(RoutingPolicy.DEFAULT.withMaxUnseen(2));
    two.agent("ann working 5").waits(1, "-").after(60).waits(2, "-").declines("ann", 2);
    two.waits(3, "-").after(60).takesByHand("ann", 9).waits(4, "-").after(60);
    assertThat(two.said()).contains("4 expired with ann");
    assertThat(two.said()).noneMatch(one -> one.contains("does not look"));
    two.after(5 * 60).waits(5, "-").after(60);
    assertThat(two.said()).contains("ann does not look: 2 offers");
  }

  @Example
  void anotherRouterKeepsOffersThatStandAndAsksNobodyAgain() {
    floor.agent("ann working 5").waits(1, "-").waits(2, "-").waits(3, "-").waits(4, "-");
    floor.beginsAnew().agent("ann working 2").agent("bob working 1").agent("cyd away 5").sofar();
    assertThat(floor.resumes(1, "ann", 20).said()).as("it stands").isEmpty();
    assertThat(floor.resumes(2, "cyd", 20).said())
        .containsExactly("2 withdrawn from cyd: NOT_THERE", "2 offered to bob until 09:01");
    assertThat(floor.resumes(3, null, 0, "ann").said()).as("ann had declined it").isEmpty();
    assertThat(floor.resumes(4, "bob", 0).said())
        .as("time is over")
        .containsExactly("4 expired with bob", "4 offered to ann until 09:01");
    assertThat(floor.accepts("ann", 1).said()).containsExactly("1 is ann's");
  }

  @Example
  void anotherRouterWaitsNoLongerForAnAnswerThanAnOfferLasts() {
    floor.agent("ann working 5").waits(1, "-").beginsAnew().sofar();
    floor.agent("ann working 5").agent("bob working 5");
    assertThat(floor.resumes(1, "ann", 60 * 60).said()).as("a clock was set back").isEmpty();
    assertThat(floor.after(60).said())
        .containsExactly("1 expired with ann", "1 offered to bob until 09:02");
  }

  @Example
  void whoTookACaseAndLetItGoUnheardIsNotAskedAgain() {
    floor.agent("ann working 1").takesByHand("ann", 90).waits(1, "-").sofar();
    assertThat(floor.letsGo("ann", 1).closed(90).said()).as("not to her").isEmpty();
    assertThat(floor.agent("bob working 1").said()).containsExactly("1 offered to bob until 09:01");
    assertThat(floor.letsGo("ann", 1).said()).as("bob is still asked").isEmpty();
    assertThat(floor.letsGo("bob", 1).said())
        .containsExactly("1 withdrawn from bob: NO_LONGER_FITS");
  }
}
