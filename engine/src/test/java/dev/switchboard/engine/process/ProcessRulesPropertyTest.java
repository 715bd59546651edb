package dev.switchboard.engine.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.casework.WaitingOn;
import dev.switchboard.engine.people.Role;
import dev.switchboard.engine.testing.OnlyInTheLongForm;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.jspecify.annotations.Nullable;

/**
 * Whatever people, customers and networks do to a case in a flow: it is in one step, its events are
 * in order, nobody acts who may not, no reply goes out unapproved, nobody approves their own.
 */
class ProcessRulesPropertyTest {
  private static final List<Actor> CAST =
      List.of(
          new Actor("Ada", Role.AGENT, false, Set.of("Social"), Set.of()),
          new Actor("Cleo", Role.LEAD, false, Set.of("Social"), Set.of()),
          new Actor("Eve", Role.AGENT, false, Set.of("Experts"), Set.of()),
          new Actor("Finn", Role.AGENT, true, Set.of(), Set.of("baggage")),
          new Actor("Rita", Role.READ_ONLY, false, Set.of("Experts"), Set.of("baggage")));

  /**
   * One thing that happens.
   *
   * @param what a trigger, or beyond them an offer, a pause, a return, a look
   */
  record Happening(
      int what, @Nullable Actor by, @Nullable Actor to, boolean customer, Duration after) {}

  record Life(Situation situation, List<Happening> happenings) {}

  @Property(tries = 300)
  void whateverHappensTheRulesHold(@ForAll("lives") Life life) {
    new Run(life).all();
  }

  /** The long form, for {@code bin/test --long}. */
  @Property(tries = 10_000)
  @AddLifecycleHook(OnlyInTheLongForm.class)
  void tenThousandLives(@ForAll("lives") Life life) {
    new Run(life).all();
  }

  private static final class Run {
    private final Flow flow = FlowsForTests.rich();
    private final ProcessRules rules = new ProcessRules(flow);
    private final Life life;
    private final StringBuilder letters = new StringBuilder();
    private final List<Duration> calledTo = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-27T13:00:00Z");
    private CasePlace place;

    Run(Life life) {
      this.life = life;
      ProcessOutcome.Done begun = rules.begin(life.situation(), now, now);
      this.place = begun.place();
      log(begun.decisions());
    }

    void all() {
      for (Happening happening : life.happenings()) {
        now = now.plus(happening.after());
        take(happening);
      }
      assertThat(letters.toString())
          .as("of each step: enabled, what is done, completed; one step at a time")
          .matches("(E(O*|S(PR)*P?)C)*E(O*|S(PR)*P?)");
    }

    private void take(Happening happening) {
      ProcessInput input = input(happening);
      ProcessOutcome outcome = rules.on(place, input, life.situation(), now);
      assertThat(rules.on(place, input, life.situation(), now)).isEqualTo(outcome);
      switch (outcome) {
        case ProcessOutcome.Refused(var why) -> {
          assertThat(why.sentence()).endsWith(".").doesNotContain("null");
          assertThat(isByPerson(input) || isSend(input)).as("what happened is noted").isTrue();
        }
        case ProcessOutcome.Done done -> done(input, done);
      }
    }

    private void done(ProcessInput input, ProcessOutcome.Done done) {
      CasePlace before = place;
      place = done.place();
      log(done.decisions());
      if (isSend(input) && before.reply() != null) {
        assertThat(before.reply().awaitsApproval()).as("what goes out is approved").isFalse();
      }
      allowed(input, before);
      assertThat(place.flow()).isEqualTo(flow.key());
      Step step = flow.getStep(place.step());
      assertThat(place.lastOf()).containsEntry(step.state(), step.name());
      assertThat(place.reply() != null).isEqualTo(step.state() == Lifecycle.PENDING);
      switch (step.state()) {
        case CLAIMED -> assertThat(place.worker()).as("what is claimed has a holder").isNotNull();
        case WAITING, ANSWERED, CLOSED -> assertThat(place.worker()).isNull();
        case PENDING -> {}
      }
      if (step.state() == Lifecycle.ANSWERED) {
        assertThat(place.customerWaits()).as("nobody is forgotten").isFalse();
      }
      Instant again = done.lookAgainAt();
      if (again != null) {
        assertThat(again).isAfter(now);
        ProcessInput look = new ProcessInput.Looked();
        assertThat(decisions(look, again)).as("at the moment that was named").isNotEmpty();
        assertThat(decisions(look, again.minusNanos(1))).as("and not before").isEmpty();
      }
    }

    private List<ProcessDecision> decisions(ProcessInput input, Instant at) {
      return rules.on(place, input, life.situation(), at) instanceof ProcessOutcome.Done done
          ? done.decisions()
          : List.of();
    }

    /** Looks at what was let through once more, by simpler rules than those that let it through. */
    private void allowed(ProcessInput input, CasePlace before) {
      Lifecycle was = flow.getStep(before.step()).state();
      if (!(input instanceof ProcessInput.Happened happened) || happened.by() == null) {
        return;
      }
      Actor by = happened.by();
      if (happened.trigger().isDoneByPerson()) {
        assertThat(by.role()).as("who reads does not act").isNotEqualTo(Role.READ_ONLY);
      }
      switch (happened.trigger()) {
        case RELEASES, WRITES, HANDS_OVER -> assertThat(by.name()).isEqualTo(before.worker());
        case CLAIMS, TAKES_OVER -> {
          assertThat(place.worker()).isEqualTo(by.name());
          if (by.volunteer()) {
            assertThat(by.topics()).contains(life.situation().topic());
          }
        }
        case APPROVES, SENDS_BACK -> {
          assertThat(was).isEqualTo(Lifecycle.PENDING);
          assertThat(writer(before)).isNotNull().isNotEqualTo(by.name());
        }
        case WITHDRAWS -> assertThat(writer(before)).isEqualTo(by.name());
        case CLOSES,
            REOPENS,
            PASSES_ON,
            ASKS,
            CLAIM_EXPIRES,
            SENT,
            NOT_SENT,
            ANSWERED_ELSEWHERE -> {}
      }
    }

    private static @Nullable String writer(CasePlace place) {
      return place.reply() == null ? null : place.reply().writer();
    }

    private void log(List<ProcessDecision> decisions) {
      for (ProcessDecision decision : decisions) {
        switch (decision) {
          case ProcessDecision.OfStep(var event) -> {
            letters.append(letter(event));
            if (event instanceof StepEvent.Enabled) {
              calledTo.clear();
            }
          }
          case ProcessDecision.ApprovalNeeded(var step, _, _) ->
              assertThat(flow.getStep(step).approval()).isNotNull();
          case ProcessDecision.Escalated(_, var after, _) -> {
            assertThat(calledTo).as("each once").doesNotContain(after);
            calledTo.add(after);
          }
          case ProcessDecision.OfDeadline _ -> {}
        }
      }
    }

    private static String letter(StepEvent event) {
      return switch (event) {
        case StepEvent.Enabled _ -> "E";
        case StepEvent.Offered _ -> "O";
        case StepEvent.Started _ -> "S";
        case StepEvent.Paused _ -> "P";
        case StepEvent.Resumed _ -> "R";
        case StepEvent.Completed _ -> "C";
      };
    }

    private static boolean isByPerson(ProcessInput input) {
      return switch (input) {
        case ProcessInput.Happened happened -> happened.trigger().isDoneByPerson();
        case ProcessInput.Offered _, ProcessInput.Paused _, ProcessInput.Resumed _ -> true;
        case ProcessInput.Looked _ -> false;
      };
    }

    private static boolean isSend(ProcessInput input) {
      return input instanceof ProcessInput.Happened happened && happened.trigger() == Trigger.SENT;
    }

    private ProcessInput input(Happening happening) {
      Trigger[] triggers = Trigger.values();
      if (happening.what() < triggers.length) {
        Trigger trigger = triggers[happening.what()];
        Actor by = trigger.isDoneByPerson() ? happening.by() : null;
        return new ProcessInput.Happened(trigger, by, happening.to(), now);
      }
      Actor person = happening.by() == null ? CAST.getFirst() : happening.by();
      return switch (happening.what() - triggers.length) {
        case 0 -> new ProcessInput.Offered(person);
        case 1 ->
            new ProcessInput.Paused(
                person, happening.customer() ? WaitingOn.CUSTOMER : WaitingOn.COMPANY);
        case 2 -> new ProcessInput.Resumed(person);
        default -> new ProcessInput.Looked();
      };
    }
  }

  @Provide
  Arbitrary<Life> lives() {
    Arbitrary<Actor> actors = Arbitraries.of(CAST);
    Arbitrary<Duration> waits =
        Arbitraries.oneOf(
                Arbitraries.longs().between(0, Duration.ofMinutes(20).toNanos()),
                Arbitraries.longs().between(0, Duration.ofHours(20).toNanos()))
            .map(Duration::ofNanos);
    Arbitrary<Integer> what =
        Arbitraries.oneOf(
            Arbitraries.integers().between(0, Trigger.values().length + 3),
            // What moves a case on is more frequent.
            Arbitraries.of(Trigger.CLAIMS, Trigger.WRITES, Trigger.APPROVES, Trigger.SENT)
                .map(Trigger::ordinal));
    Arbitrary<Happening> happenings =
        Combinators.combine(
                what,
                actors.injectNull(.05),
                actors.injectNull(.3),
                Arbitraries.of(true, false),
                waits)
            .as(Happening::new);
    Arbitrary<Situation> situations =
        Combinators.combine(
                Arbitraries.of("baggage", "refunds").injectNull(.2),
                Arbitraries.of(true, false).map(is -> is ? Set.of("a lawyer") : Set.<String>of()),
                Arbitraries.of(true, false),
                Arbitraries.integers().between(0, 200).map(Duration::ofMinutes).injectNull(.5))
            .as(Situation::new);
    return Combinators.combine(situations, happenings.list().ofMaxSize(60)).as(Life::new);
  }
}
