package dev.switchboard.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.casework.CaseFile;
import dev.switchboard.engine.casework.CaseState;
import dev.switchboard.engine.conversation.Conversation;
import dev.switchboard.engine.event.CloseReason;
import dev.switchboard.engine.post.Origin;
import dev.switchboard.engine.testing.Said;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What becomes of posts, told as stories. */
class IntakeScenarioTest {
  private static final String WAITS = "waiting";
  private static final String ANSWERED = "answered";

  private final FakeStore store = new FakeStore();

  @Test
  void aCallForHelpOpensACase() {
    store.arrive(Said.asks("q", 1));

    CaseFile file = store.onlyCase();
    assertThat(file.state()).isEqualTo(CaseState.WAITING);
    assertThat(file.askedAt()).isEqualTo(Said.minute(1));
    assertThat(file.openedAt()).isEqualTo(store.now);
    assertThat(file.rankedLow()).isFalse();
    assertThat(store.history(file.id())).containsExactly("post.received", "case.opened");
  }

  @Test
  void anUnsureOneIsRankedLowUntilTheyAskForSure() {
    store.arrive(Said.wonders("q", 1));
    assertThat(store.onlyCase().rankedLow()).isTrue();

    store.arrive(Said.asks("again", 2).to("q"));
    assertThat(store.onlyCase().rankedLow()).isFalse();
  }

  @Test
  void praiseOpensNoCaseUnlessTheBrandAnswersIt() {
    store.arrive(Said.chats("praise", 1));
    assertThat(store.cases).isEmpty();

    store.arrive(Said.replies("thanks", 2).to("praise"));
    assertThat(state()).isEqualTo(ANSWERED);
    assertThat(store.onlyCase().askedAt()).isEqualTo(Said.minute(1));
    assertThat(store.onlyCase().firstReplyAt()).isEqualTo(Said.minute(2));
  }

  @Test
  void theAnswerToPraiseMayComeBeforeThePraise() {
    store.arrive(Said.replies("thanks", 2).to("praise"));
    store.arrive(Said.chats("praise", 1));

    assertThat(state()).isEqualTo(ANSWERED);
    assertThat(store.onlyCase().rankedLow()).isFalse();
    assertThat(store.onlyCase().firstReplyAt()).isEqualTo(Said.minute(2));
  }

  @Test
  void theAnswerBeforeTheQuestionAnswersIt() {
    store.arrive(Said.replies("a", 2).to("q"));
    assertThat(store.cases).isEmpty();
    store.arrive(Said.asks("q", 1));

    assertThat(state()).isEqualTo(ANSWERED);
    assertThat(store.conversations).hasSize(1);
    assertThat(store.history(store.onlyCase().id()))
        .containsExactly("post.received", "case.opened", "case.answered");
  }

  @Test
  void aBrandThatSpeaksFirstOpensNoCase() {
    store.arrive(Said.replies("news", 1), Said.chats("nice", 2).to("news"));

    assertThat(store.cases).isEmpty();
  }

  @Test
  void theFirstReplyIsTheEarliestAlthoughItComesLast() {
    store.arrive(Said.asks("q", 1));
    store.arrive(Said.replies("late", 9).to("q"));
    store.arrive(Said.replies("early", 3).to("q"));

    assertThat(store.onlyCase().firstReplyAt()).isEqualTo(Said.minute(3));
  }

  @Test
  void aReplyWrittenBeforeTheQuestionIsNotItsAnswer() {
    store.arrive(Said.replies("before", 1), Said.asks("q", 5).to("before"));

    assertThat(state()).isEqualTo(WAITS);
    assertThat(store.onlyCase().firstReplyAt()).isNull();
  }

  @Test
  void aFollowUpMakesAnAnsweredCaseWaitAgain() {
    store.arrive(Said.asks("q", 1), Said.replies("a", 2).to("q"));
    assertThat(state()).isEqualTo(ANSWERED);

    store.arrive(Said.asks("more", 3).to("a"));
    assertThat(state()).isEqualTo(WAITS);
    assertThat(store.onlyCase().firstReplyAt()).isEqualTo(Said.minute(2));
    assertThat(store.history(store.onlyCase().id())).endsWith("post.received", "case.askedAgain");
  }

  @Test
  void thanksLeaveAnAnsweredCaseAnswered() {
    store.arrive(Said.asks("q", 1), Said.replies("a", 2).to("q"), Said.chats("ta", 3).to("a"));

    assertThat(state()).isEqualTo(ANSWERED);
  }

  // closing and what comes after

  @Test
  void whoWritesWithinSevenDaysReopensTheCase() {
    closedAnHourAgo();
    store.now = Said.minute(60).plus(Duration.ofDays(7));
    store.arrive(asksNow("again").to("q"));

    assertThat(state()).isEqualTo(WAITS);
    assertThat(store.history(store.onlyCase().id())).endsWith("case.reopened");
  }

  @Test
  void whoWritesLaterOpensANewCase() {
    long first = closedAnHourAgo();
    store.now = Said.minute(60).plus(Duration.ofDays(7)).plusSeconds(1);
    store.arrive(asksNow("again").to("q"));

    assertThat(store.cases).hasSize(2);
    assertThat(store.findCase(first).state()).isInstanceOf(CaseState.Closed.class);
    CaseFile second =
        store.cases.values().stream().filter(f -> f.id() != first).findFirst().orElseThrow();
    assertThat(second.state()).isEqualTo(CaseState.WAITING);
    assertThat(second.askedAt()).isEqualTo(store.now);
    assertThat(second.firstReplyAt()).isNull();
  }

  @Test
  void aSureQuestionLiftsTheCaseThatItReopens() {
    store.arrive(Said.wonders("q", 1));
    close(store.onlyCase());
    store.arrive(Said.asks("again", 2).to("q"));

    assertThat(store.onlyCase().rankedLow()).isFalse();
  }

  @Test
  void thanksAfterClosingChangeNothing() {
    closedAnHourAgo();
    store.arrive(Said.chats("thanks", 50).to("q"));

    assertThat(state()).isEqualTo("closed");
  }

  @Test
  void aQuestionThatCameLateAndWasAnsweredLeavesAClosedCaseClosed() {
    store.arrive(Said.asks("q", 1), Said.replies("a", 9).to("q"));
    close(store.onlyCase());
    store.arrive(Said.asks("late", 5).to("q"));

    assertThat(state()).isEqualTo("closed");
  }

  // history

  @Test
  void whatEndedLongAgoEntersAsHistory() {
    imports(Duration.ofDays(300));
    store.arrive(Said.asks("q", 1), Said.replies("a", 4).to("q"), Said.asks("more", 6).to("a"));

    CaseFile file = store.onlyCase();
    assertThat(file.state())
        .isInstanceOfSatisfying(
            CaseState.Closed.class, c -> assertThat(c.reason()).isEqualTo(CloseReason.HISTORY));
    assertThat(file.firstReplyAt()).isEqualTo(Said.minute(4));
    assertThat(store.history(file.id())).doesNotContain("case.reopened", "case.askedAgain");
  }

  @Test
  void aFreshImportIsWork() {
    imports(Duration.ofDays(6));
    store.arrive(Said.asks("q", 1));

    assertThat(state()).isEqualTo(WAITS);
  }

  @Test
  void anOldPostThatComesLiveIsWork() {
    store.now = Said.START.plus(Duration.ofDays(300));
    store.arrive(Said.asks("q", 1));

    assertThat(state()).isEqualTo(WAITS);
  }

  @Test
  void aLiveQuestionOnAHistoryOpensACaseOfItsOwn() {
    imports(Duration.ofDays(300));
    store.arrive(Said.asks("q", 1), Said.replies("a", 4).to("q"));
    store.origin = Origin.LIVE;
    store.arrive(asksNow("again").to("q"));

    assertThat(store.cases.values())
        .extracting(f -> f.state().word())
        .containsExactlyInAnyOrder("closed", WAITS);
    assertThat(open().askedAt()).isEqualTo(store.now);
  }

  @Test
  void theFiguresOfAHistoryDoNotHangOnTriage() {
    imports(Duration.ofDays(300));
    store.arrive(
        Said.chats("hello", 1), Said.asks("q", 5).to("hello"), Said.replies("a", 7).to("q"));

    assertThat(store.onlyCase().askedAt()).isEqualTo(Said.minute(1));
    assertThat(store.onlyCase().firstReplyAt()).isEqualTo(Said.minute(7));
  }

  // edits and deletions

  @Test
  void anEditChangesTheTextAndKeepsThePlace() {
    store.arrive(Said.asks("q", 1), Said.chats("x", 2).to("q"));
    assertThat(store.arrive(Said.asks("q", 1).saying("help, please").editedAt(5)))
        .containsExactly(Accepted.NEW);

    assertThat(store.post("q").text()).isEqualTo("help, please");
    assertThat(store.post("q").editedAt()).isEqualTo(Said.minute(5));
    assertThat(store.shown(store.onlyCase().conversation())).containsExactly("q", "x");
  }

  @Test
  void whatItsAuthorChangesIsToldOnTheCase() {
    store.arrive(Said.asks("q", 1), Said.asks("q", 1).saying("help 2").editedAt(5));
    store.arrive(
        Said.asks("q", 1).deletedAt(6), Said.chats("x", 2), Said.chats("x", 2).deletedAt(7));

    assertThat(store.history(store.onlyCase().id()))
        .containsExactly("post.received", "case.opened", "post.edited", "post.deleted");
  }

  @Test
  void theSameEditTwiceOrAnOlderOneIsADuplicate() {
    Said edit = Said.asks("q", 1).saying("help 2").editedAt(5);
    store.arrive(Said.asks("q", 1), edit);

    assertThat(store.arrive(edit, Said.asks("q", 1).saying("help 1").editedAt(4)))
        .containsOnly(Accepted.DUPLICATE);
    assertThat(store.post("q").text()).isEqualTo("help 2");
  }

  @Test
  void anEditThatComesBeforeItsPostIsThePost() {
    store.arrive(Said.asks("q", 1).saying("help 2").editedAt(5));
    assertThat(store.arrive(Said.asks("q", 1))).containsExactly(Accepted.DUPLICATE);

    assertThat(store.post("q").text()).isEqualTo("help 2");
    assertThat(state()).isEqualTo(WAITS);
  }

  @Test
  void aWithdrawnPostHasNoTextAndStaysWithdrawn() {
    store.arrive(Said.asks("q", 1));
    store.arrive(Said.asks("q", 1).deletedAt(3));

    assertThat(store.arrive(Said.asks("q", 1).saying("help!").editedAt(9)))
        .containsExactly(Accepted.DUPLICATE);
    assertThat(store.post("q").text()).isEmpty();
    assertThat(store.post("q").deletedAt()).isEqualTo(Said.minute(3));
  }

  @Test
  void aWithdrawalThatComesBeforeItsPostKeepsItAway() {
    store.arrive(Said.asks("q", 1).deletedAt(3));
    assertThat(store.arrive(Said.asks("q", 1))).containsExactly(Accepted.DUPLICATE);

    assertThat(store.post("q").text()).isEmpty();
    assertThat(store.cases).isEmpty();
  }

  // the order shown

  @Test
  void onAnOpenCaseALatePostIsShownLast() {
    store.arrive(Said.asks("q", 1), Said.chats("x", 9).to("q"));
    store.arrive(Said.chats("late", 5).to("q"));

    Conversation conversation = store.conversationOf("q");
    assertThat(store.shown(conversation.id())).containsExactly("q", "x", "late");
    assertThat(conversation.lastPost()).isEqualTo(store.post("late").id());
  }

  @Test
  void whereNobodyReadsPostsStandInTheOrderOfWriting() {
    store.arrive(Said.chats("1", 1), Said.chats("3", 3).to("1"));
    store.arrive(Said.chats("2", 2).to("1"));

    Conversation conversation = store.conversationOf("1");
    assertThat(store.shown(conversation.id())).containsExactly("1", "2", "3");
    assertThat(conversation.lastPost()).isEqualTo(store.post("3").id());
  }

  // two conversations that turn out to be one

  @Test
  void ofTwoOpenCasesTheOneThatTheQuestionBeganWithGoesOn() {
    store.arrive(Said.wonders("root", 1));
    long first = store.onlyCase().id();
    store.arrive(Said.asks("leaf", 9).to("middle"));
    assertThat(store.cases).hasSize(2);
    store.arrive(Said.chats("middle", 5).to("root"));

    assertThat(open().id()).isEqualTo(first);
    assertThat(open().rankedLow()).isFalse();
    assertThat(store.conversations).hasSize(1);
    CaseFile ended =
        store.cases.values().stream().filter(f -> f.id() != first).findFirst().orElseThrow();
    assertThat(ended.state())
        .isInstanceOfSatisfying(
            CaseState.Closed.class, c -> assertThat(c.reason()).isEqualTo(CloseReason.MERGED));
    assertThat(ended.conversation()).isEqualTo(open().conversation());
    assertThat(store.history(ended.id())).endsWith("case.closed");
  }

  @Test
  void theCaseWithAReplyOnItsWayGoesOn() {
    store.arrive(Said.asks("root", 1));
    store.arrive(Said.asks("leaf", 9).to("middle"));
    CaseFile leaf = store.casesOf(store.conversationOf("leaf").id()).getFirst();
    store.put(leaf.withState(new CaseState.Pending("ann", 7)));
    store.arrive(Said.chats("middle", 5).to("root"));

    assertThat(open().id()).isEqualTo(leaf.id());
    assertThat(open().state()).isEqualTo(new CaseState.Pending("ann", 7));
    assertThat(open().askedAt()).isEqualTo(Said.minute(1));
  }

  @Test
  void anUnansweredQuestionOfTheOtherHalfIsNotForgotten() {
    store.arrive(Said.asks("root", 1), Said.replies("a", 2).to("root"));
    store.arrive(Said.asks("leaf", 9).to("middle"));
    store.arrive(Said.chats("middle", 5).to("root"));

    assertThat(open().state()).isEqualTo(CaseState.WAITING);
  }

  @Test
  void anAnswerOfTheOtherHalfCounts() {
    store.arrive(Said.asks("root", 1));
    store.arrive(Said.replies("a", 9).to("middle"));
    store.arrive(Said.chats("middle", 5).to("root"));

    assertThat(open().state()).isEqualTo(CaseState.ANSWERED);
    assertThat(open().firstReplyAt()).isEqualTo(Said.minute(9));
  }

  @Test
  void anEarlierAnswerOfTheOtherHalfIsTheFirstReply() {
    store.arrive(Said.asks("root", 1), Said.replies("late", 20).to("root"));
    store.arrive(Said.replies("early", 5).to("middle"));
    store.arrive(Said.chats("middle", 30).to("root"));

    assertThat(open().firstReplyAt()).isEqualTo(Said.minute(5));
  }

  @Test
  void aMergedCaseIsNotTheOneThatIsReopened() {
    store.arrive(Said.asks("root", 1));
    long first = store.onlyCase().id();
    store.now = Said.minute(70);
    store.arrive(Said.asks("leaf", 9).to("middle"));
    store.arrive(Said.asks("middle", 5).to("root"));
    close(store.findCase(first));
    store.arrive(Said.asks("again", 65).to("root"));

    assertThat(open().id()).isEqualTo(first);
  }

  @Test
  void whoeverWasWritingIsToldToLookAgainWhenTwoBecomeOne() {
    store.arrive(Said.asks("root", 1));
    long seen = store.conversationOf("root").lastPost();
    store.arrive(Said.chats("leaf", 0).to("middle"));
    store.arrive(Said.chats("middle", 0).to("root"));

    assertThat(store.conversationOf("root").lastPost()).isNotEqualTo(seen);
    assertThat(store.shown(open().conversation())).endsWith("middle");
  }

  @Test
  void whatAnsweredOurOwnReplyBeforeWeHadStoredItJoinsLater() {
    store.arrive(Said.asks("q", 1));
    store.arrive(Said.asks("fast", 3).to("ours"));
    store.addOwnReply("ours", "q", Said.minute(2));
    assertThat(store.conversations).hasSize(2);

    store.arrive(Said.chats("later", 4).to("ours"));
    assertThat(store.conversations).hasSize(1);
    assertThat(store.awaited).isEmpty();
    assertThat(open().state()).isEqualTo(CaseState.WAITING);
  }

  @Test
  void orWhenTheNetworkTellsUsOfOurReply() {
    store.arrive(Said.asks("q", 1));
    store.arrive(Said.asks("fast", 3).to("ours"));
    store.addOwnReply("ours", "q", Said.minute(2));

    assertThat(store.arrive(Said.replies("ours", 2).to("q"))).containsExactly(Accepted.DUPLICATE);
    assertThat(store.conversations).hasSize(1);
    assertThat(store.awaited).isEmpty();
  }

  private void imports(Duration after) {
    store.origin = Origin.IMPORT;
    store.now = Said.START.plus(after);
  }

  private Said asksNow(String id) {
    return Said.asks(id, Duration.between(Said.START, store.now).toMinutes()).atTime(store.now);
  }

  private long closedAnHourAgo() {
    store.arrive(Said.asks("q", 1));
    close(store.onlyCase());
    return store.onlyCase().id();
  }

  private void close(CaseFile file) {
    Instant at = Said.minute(60);
    store.put(file.withState(new CaseState.Closed(CloseReason.DONE, at)));
  }

  private CaseFile open() {
    return store.cases.values().stream().filter(f -> f.state().isOpen()).findFirst().orElseThrow();
  }

  private String state() {
    return store.onlyCase().state().word();
  }
}
