package dev.switchboard.engine.triage.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.engine.post.PostKind;
import dev.switchboard.engine.triage.Posts;
import dev.switchboard.engine.triage.ShippedModel;
import dev.switchboard.engine.triage.TriageDecision;
import dev.switchboard.engine.triage.Verdict;
import dev.switchboard.engine.triage.promise.Promise;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class TriageLearnerTest {
  private static final LearnerOptions OPTIONS = LearnerOptions.DEFAULT;

  @Example
  void theNextSimilarPostChangesAtOnce() {
    TriageLearner learner = new TriageLearner(OPTIONS);
    String quiz = "Northwind quiz night, who knows the capital of Peru?";
    float before = probability(learner, quiz);

    List<LearningEvent> events = learner.on(new AgentAction.SetAside(1, PostKind.MENTION, quiz));

    assertThat(probability(learner, "Northwind quiz night, who knows the capital of Chile?"))
        .isLessThan(before - 0.02f);
    assertThat(events)
        .contains(new LearningEvent.ModelPublished(ShippedModel.model().version() + 1, 1));
  }

  @Example
  void whatWasBroughtBackRanksHigherThanBefore() {
    TriageLearner learner = new TriageLearner(OPTIONS);
    String quiet = "zwei Taler fehlen im Beutel";
    float before = probability(learner, quiet);

    learner.on(new AgentAction.BroughtBack(2, PostKind.MENTION, quiet));
    learner.on(new AgentAction.BroughtBack(3, PostKind.MENTION, quiet));

    assertThat(probability(learner, quiet)).isGreaterThan(before);
  }

  @Example
  void postsThatNothingWasLearnedAboutKeepTheDefault() {
    TriageLearner learner = new TriageLearner(OPTIONS);
    String other = "zzyzx qwrtp";
    float before = probability(learner, other);

    learner.on(new AgentAction.SetAside(1, PostKind.MENTION, "quiz night with prizes"));

    assertThat(probability(learner, other)).isBetween(before - 0.1f, before + 0.1f);
  }

  @Example
  void aHistoryLeftUnansweredIsNotTakenForChatter() {
    String complaint = "my parcel is lost, can you help?";
    TriageLearner unanswered = new TriageLearner(OPTIONS);
    TriageLearner setAside = new TriageLearner(OPTIONS);
    float before = probability(unanswered, complaint);
    for (int i = 1; i <= 40; i++) {
      unanswered.on(new AgentAction.LeftUnanswered(i, PostKind.MENTION, complaint));
      setAside.on(new AgentAction.SetAside(i, PostKind.MENTION, complaint));
    }
    assertThat(probability(unanswered, complaint)).isGreaterThan(before - 0.05f);
    assertThat(probability(setAside, complaint)).isLessThan(0.3f);
  }

  @Example
  void nothingIsSetAsideUntilThePromiseCanBeKept() {
    LearnerOptions quick =
        new LearnerOptions(
            OPTIONS.settings(), 2, 500, 2, new Promise(0.1, 0.95, Promise.Basis.CONFIDENT));
    TriageLearner learner = new TriageLearner(quick);
    String chatter = "lovely sunny weekend party song";
    learner.onAll(actions(30, 0));
    assertThat(learner.rule().postsMissing()).isPositive();
    assertThat(decide(learner, chatter).verdict()).isNotEqualTo(Verdict.SET_ASIDE);

    List<LearningEvent> events = learner.onAll(actions(300, 1_000));

    assertThat(learner.rule().postsMissing()).isZero();
    assertThat(learner.rule().shownBound()).isLessThanOrEqualTo(0.1);
    assertThat(events).anyMatch(event -> event instanceof LearningEvent.RuleChanged);
    assertThat(decide(learner, chatter).verdict()).isEqualTo(Verdict.SET_ASIDE);
    assertThat(decide(learner, "my flight was cancelled, please help").verdict())
        .isEqualTo(Verdict.HELP);
  }

  @Example
  void agentsWhoTurnRoundRaiseAnException() {
    TriageLearner learner = new TriageLearner(OPTIONS);
    learner.onAll(actions(300, 0));
    List<LearningEvent> events = new ArrayList<>();
    for (AgentAction action : actions(200, 5_000)) {
      AgentAction turned =
          action instanceof AgentAction.SetAside
              ? new AgentAction.Replied(action.post(), PostKind.MENTION, action.text())
              : new AgentAction.SetAside(action.post(), PostKind.MENTION, action.text());
      events.addAll(learner.onAll(List.of(turned)));
    }
    assertThat(events).anyMatch(event -> event instanceof LearningEvent.Drifted);
  }

  @Property(tries = 10)
  void aRestoredLearnerGoesOnExactly(
      @ForAll @Size(min = 2, max = 40) List<@IntRange(max = 999) Integer> numbers) {
    List<AgentAction> actions = numbers.stream().map(TriageLearnerTest::action).toList();
    int half = actions.size() / 2;
    TriageLearner learner = new TriageLearner(OPTIONS);
    learner.onAll(actions.subList(0, half));

    TriageLearner restored = TriageLearner.restore(learner.snapshot(), OPTIONS);

    assertThat(restored.rule()).isEqualTo(learner.rule());
    assertThat(restored.onAll(actions.subList(half, actions.size())))
        .isEqualTo(learner.onAll(actions.subList(half, actions.size())));
    assertThat(restored.snapshot()).isEqualTo(learner.snapshot());
    String text = actions.getFirst().text();
    assertThat(decide(restored, text)).isEqualTo(decide(learner, text));
  }

  @Example
  void otherBytesAreRefused() {
    assertThatThrownBy(() -> TriageLearner.restore(new byte[64], OPTIONS))
        .hasMessageContaining("not a snapshot");
    byte[] cut = Arrays.copyOf(new TriageLearner(OPTIONS).snapshot(), 100);
    assertThatThrownBy(() -> TriageLearner.restore(cut, OPTIONS)).hasMessageContaining("cut off");
  }

  private static List<AgentAction> actions(int count, int from) {
    List<AgentAction> actions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      actions.add(action(from + i));
    }
    return actions;
  }

  private static AgentAction action(int number) {
    return number % 2 == 0
        ? new AgentAction.Replied(
            number, PostKind.MENTION, "flight " + number + " cancelled, please help me")
        : new AgentAction.SetAside(number, PostKind.MENTION, "sunny weekend song number " + number);
  }

  private static float probability(TriageLearner learner, String text) {
    return decide(learner, text).probability();
  }

  private static TriageDecision decide(TriageLearner learner, String text) {
    return learner.triage().decide(Posts.mention(text));
  }
}
