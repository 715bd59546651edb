package dev.switchboard.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.deadline.Deadline;
import dev.switchboard.engine.deadline.DeadlineDecision;
import dev.switchboard.engine.deadline.DeadlineKind;
import dev.switchboard.engine.process.Actor;
import dev.switchboard.engine.process.CasePlace;
import dev.switchboard.engine.process.Flow;
import dev.switchboard.engine.process.Lifecycle;
import dev.switchboard.engine.process.MayTake;
import dev.switchboard.engine.process.ProcessDecision;
import dev.switchboard.engine.process.ProcessInput;
import dev.switchboard.engine.process.ProcessOutcome;
import dev.switchboard.engine.process.ProcessRules;
import dev.switchboard.engine.process.Situation;
import dev.switchboard.engine.process.StepEvent;
import dev.switchboard.engine.process.Trigger;
import dev.switchboard.engine.process.WhoMay;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A case of the company: its way through the flow, and stopwatches beside its deadlines. */
final class CompanyCase {
  private final Flow flow;
  private final ProcessRules rules;
  private final Situation situation;
  private final Stopwatches watches;

  /** The last of its step events. */
  private char letter = 'C';

  /** What a router needs to know of it, as it was told first. */
  final WaitingCase first;

  CasePlace place;
  @Nullable Instant lookAgainAt;

  /** Until when its holder has it, without a sign of life. */
  Instant claimedUntil = Instant.MAX;

  CompanyCase(WaitingCase first, Flow flow, Situation situation, BusinessClock clock) {
    this.first = first;
    this.flow = flow;
    this.rules = new ProcessRules(flow);
    this.situation = situation;
    this.watches = new Stopwatches(clock);
    ProcessOutcome.Done begun = rules.begin(situation, first.since(), first.since());
    place = begun.place();
    become(begun, first.since());
  }

  long id() {
    return first.id();
  }

  Lifecycle state() {
    return flow.getStep(place.step()).state();
  }

  /** Something happens; what the rules refuse changes nothing. */
  boolean happens(Trigger trigger, @Nullable Actor by, @Nullable Actor to, Instant now) {
    return take(new ProcessInput.Happened(trigger, by, to, now), now);
  }

  /** Whom its step lets take it, as the floor is told. */
  MayTake mayTake() {
    return new WhoMay(flow, place, state()).mayTake();
  }

  /** Whether the flow would let somebody claim it now. */
  boolean mayClaim(Actor who, Instant now) {
    ProcessInput claims = ProcessInput.happened(Trigger.CLAIMS, who, now);
    return rules.on(place, claims, situation, now) instanceof ProcessOutcome.Done;
  }

  boolean isOffered(Actor to, Instant now) {
    return take(new ProcessInput.Offered(to), now);
  }

  void looks(Instant now) {
    assertThat(take(new ProcessInput.Looked(), now)).isTrue();
  }

  private boolean take(ProcessInput input, Instant now) {
    return switch (rules.on(place, input, situation, now)) {
      case ProcessOutcome.Refused(var why) -> {
        assertThat(why.sentence()).endsWith(".");
        yield false;
      }
      case ProcessOutcome.Done done -> {
        become(done, now);
        yield true;
      }
    };
  }

  private void become(ProcessOutcome.Done done, Instant now) {
    place = done.place();
    lookAgainAt = done.lookAgainAt();
    assertThat(place.flow()).as("it finishes on its version").isEqualTo(flow.key());
    for (ProcessDecision decision : done.decisions()) {
      switch (decision) {
        case ProcessDecision.OfStep(var event) -> follows(letter(event));
        case ProcessDecision.OfDeadline(var told) ->
            watches.told(told, target(told), from(told, now), now);
        case ProcessDecision.ApprovalNeeded _, ProcessDecision.Escalated _ -> {}
      }
    }
  }

  /** Of a step: enabled; offered, or started and perhaps resting; completed; then the next one. */
  private void follows(char next) {
    String before =
        switch (next) {
          case 'E' -> "C";
          case 'O' -> "EO";
          case 'S' -> "E";
          case 'P' -> "SR";
          case 'R' -> "P";
          default -> "EOSPR";
        };
    assertThat(before).as("%s, after which comes %s", letter, next).contains("" + letter);
    letter = next;
  }

  private Instant from(DeadlineDecision told, Instant now) {
    return place.deadlines().find(told.kind()).map(Deadline::since).orElse(now);
  }

  private Duration target(DeadlineDecision told) {
    return told.kind() == DeadlineKind.STEP
        ? Optional.ofNullable(flow.getStep(place.step()).within()).orElse(Duration.ZERO)
        : Objects.requireNonNull(flow.deadlines().targets().get(told.kind()));
  }

  private static char letter(StepEvent event) {
    return switch (event) {
      case StepEvent.Enabled _ -> 'E';
      case StepEvent.Offered _ -> 'O';
      case StepEvent.Started _ -> 'S';
      case StepEvent.Paused _ -> 'P';
      case StepEvent.Resumed _ -> 'R';
      case StepEvent.Completed _ -> 'C';
    };
  }

  void check(Instant now) {
    watches.check(now);
    assertThat(letter).as("it is in a step").isNotEqualTo('C');
    if (lookAgainAt != null) {
      assertThat(lookAgainAt).as("looked at when it was to be").isAfter(now);
    }
    if (place.customerWaits()) {
      assertThat(watches.runs(DeadlineKind.FIRST_ANSWER) || watches.runs(DeadlineKind.NEXT_ANSWER))
          .as("whoever waits has a deadline: %s", place)
          .isTrue();
    }
    switch (state()) {
      case WAITING -> assertThat(place.worker()).isNull();
      case CLAIMED -> assertThat(claimedUntil).as("nobody holds for ever").isAfter(now);
      case ANSWERED, CLOSED -> assertThat(place.customerWaits()).as("forgotten").isFalse();
      case PENDING -> assertThat(place.reply()).isNotNull();
    }
  }

  List<Instant> wakes() {
    Instant look = lookAgainAt == null ? Instant.MAX : lookAgainAt;
    return List.of(look, claimedUntil);
  }
}
