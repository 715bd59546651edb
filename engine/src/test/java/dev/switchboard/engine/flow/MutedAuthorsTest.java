package dev.switchboard.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.casework.CaseState;
import dev.switchboard.engine.event.Event;
import dev.switchboard.engine.testing.Said;
import org.junit.jupiter.api.Test;

/** What becomes of posts of whom nobody wants to hear. */
class MutedAuthorsTest {
  private final FakeStore store = new FakeStore();

  @Test
  void theirPostsAreStoredAndOpenNoCase() {
    store.muted.add("noisy");
    store.arrive(Said.asks("q", 1).by("noisy"), Said.wonders("r", 2).by("noisy").to("q"));
    assertThat(store.posts).hasSize(2);
    assertThat(store.conversations).hasSize(1);
    assertThat(store.cases).isEmpty();
    assertThat(store.conversationOf("r").lastPost()).isEqualTo(store.post("r").id());
  }

  @Test
  void whatTriageSaysOfThemIsNotKept() {
    store.muted.add("noisy");
    store.arrive(Said.asks("q", 1).by("noisy"));
    assertThat(store.events)
        .extracting(e -> ((Event.PostReceived) e.event()).verdict())
        .containsOnlyNulls();
  }

  @Test
  void onAnOpenCaseTheyAreShownAndChangeNothing() {
    store.arrive(Said.asks("q", 1).by("noisy"), Said.replies("a", 2).to("q"));
    assertThat(store.onlyCase().state()).isEqualTo(CaseState.ANSWERED);
    store.muted.add("noisy");
    store.arrive(Said.asks("again", 3).by("noisy").to("a"));
    assertThat(store.onlyCase().state()).isEqualTo(CaseState.ANSWERED);
    assertThat(store.history(store.onlyCase().id())).endsWith("case.answered", "post.received");
  }

  @Test
  void othersOnTheSameConversationAreHeard() {
    store.muted.add("noisy");
    store.arrive(Said.asks("q", 1).by("noisy"), Said.asks("me", 2).by("casey").to("q"));
    assertThat(store.onlyCase().state()).isEqualTo(CaseState.WAITING);
    assertThat(store.onlyCase().askedAt()).isEqualTo(Said.minute(2));
  }

  @Test
  void anAnswerThatCameBeforeTheirQuestionMakesNoCaseEither() {
    store.muted.add("noisy");
    store.arrive(Said.replies("a", 2).to("q"));
    store.arrive(Said.asks("q", 1).by("noisy"));
    assertThat(store.cases).isEmpty();
  }

  @Test
  void whoIsUnmutedIsHeardFromTheNextPostOn() {
    store.muted.add("noisy");
    store.arrive(Said.asks("q", 1).by("noisy"));
    store.muted.clear();
    store.arrive(Said.asks("again", 2).by("noisy").to("q"));
    assertThat(store.onlyCase().askedAt()).isEqualTo(Said.minute(2));
  }
}
