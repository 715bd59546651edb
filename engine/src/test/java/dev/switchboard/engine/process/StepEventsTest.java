package dev.switchboard.engine.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.casework.WaitingOn;
import dev.switchboard.engine.people.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What of each step stands in the log: by whom, and waiting on whom. */
class StepEventsTest {
  private static final Actor ADA = agent("Ada", "Social");
  private static final Actor BEN = agent("Ben", "Social");
  private static final Actor EVE = agent("Eve", "Experts");
  private static final Actor CLEO = new Actor("Cleo", Role.LEAD, false, Set.of("Social"), Set.of());

  private final List<String> log = new ArrayList<>();
  private ProcessRules rules = new ProcessRules(FlowsForTests.small(1));
  private Situation situation = Situation.UNKNOWN;
  private Instant now = Instant.parse("2026-01-05T09:00:00Z");
  private CasePlace place = begin();

  private static Actor agent(String name, String team) {
    return new Actor(name, Role.AGENT, false, Set.of(team), Set.of());
  }

  @BeforeEach
  void aCustomerHasAsked() {
    log.clear();
    place = begin();
  }

  private CasePlace begin() {
    ProcessOutcome.Done begun = rules.begin(situation, now, now);
    write(begun);
    return begun.place();
  }

  private void happens(Trigger trigger, @Nullable Actor by) {
    take(ProcessInput.happened(trigger, by, now));
  }

  private void take(ProcessInput input) {
    now = now.plus(Duration.ofMinutes(1));
    switch (rules.on(place, input, situation, now)) {
      case ProcessOutcome.Done done -> {
        place = done.place();
        write(done);
      }
      case ProcessOutcome.Refused(var why) -> log.add(why.sentence());
    }
  }

  private void write(ProcessOutcome.Done done) {
    for (ProcessDecision decision : done.decisions()) {
      if (decision instanceof ProcessDecision.OfStep(var event)) {
        log.add(event.type().substring("step.".length()) + " " + words(event));
      }
    }
  }

  private static String words(StepEvent event) {
    return switch (event) {
      case StepEvent.Enabled e -> "%s, %s".formatted(e.step(), e.waitingOn().word());
      case StepEvent.Offered e -> "%s to %s".formatted(e.step(), e.person());
      case StepEvent.Started e -> "%s by %s".formatted(e.step(), e.person());
      case StepEvent.Paused e ->
          "%s by %s, %s".formatted(e.step(), e.person(), e.waitingOn().word());
      case StepEvent.Resumed e ->
          "%s by %s, %s".formatted(e.step(), e.person(), e.waitingOn().word());
      case StepEvent.Completed e ->
          "%s by %s, %s, %s".formatted(e.step(), e.person(), e.how(), e.waitingOn().word());
    };
  }

  @Test
  void fromTheQuestionToTheEnd() {
    take(new ProcessInput.Offered(ADA));
    happens(Trigger.CLAIMS, ADA);
    take(new ProcessInput.Paused(ADA, WaitingOn.COMPANY));
    take(new ProcessInput.Resumed(ADA));
    happens(Trigger.WRITES, ADA);
    happens(Trigger.SENT, null);
    happens(Trigger.CLOSES, BEN);
    happens(Trigger.REOPENS, null);
    assertThat(log)
        .containsExactly(
            "enabled queue, company",
            "offered queue to Ada",
            "completed queue by Ada, claims, company",
            "enabled work, company",
            "started work by Ada",
            "paused work by Ada, company",
            "resumed work by Ada, company",
            "completed work by Ada, writes, company",
            "enabled sending, company",
            "started sending by null",
            "completed sending by null, sent, company",
            "enabled answered, customer",
            "completed answered by Ben, closes, customer",
            "enabled done, customer",
            "completed done by null, reopens, customer",
            "enabled queue, company");
  }

  @Test
  void whoWaitsForTheCustomerGoesOnWhenTheyWrite() {
    happens(Trigger.CLAIMS, ADA);
    take(new ProcessInput.Paused(BEN, WaitingOn.CUSTOMER));
    take(new ProcessInput.Paused(ADA, WaitingOn.CUSTOMER));
    take(new ProcessInput.Paused(ADA, WaitingOn.COMPANY));
    happens(Trigger.ASKS, null);
    take(new ProcessInput.Resumed(ADA));
    take(new ProcessInput.Paused(ADA, WaitingOn.CUSTOMER));
    happens(Trigger.CLAIM_EXPIRES, null);
    assertThat(log.subList(3, log.size()))
        .containsExactly(
            "started work by Ada",
            "Ben can't do this: Ada holds the case; ask for a hand-over.",
            "paused work by Ada, customer",
            "Work on step \"work\" can't rest now.",
            "resumed work by null, company",
            "Work on step \"work\" does not rest.",
            "paused work by Ada, customer",
            "completed work by null, claimExpires, customer",
            "enabled queue, company");
  }

  @Test
  void aCaseThatIsHandedOverOrTakenIsAnotherPersonsStep() {
    happens(Trigger.CLAIMS, ADA);
    take(new ProcessInput.Happened(Trigger.HANDS_OVER, ADA, BEN, now));
    happens(Trigger.TAKES_OVER, CLEO);
    happens(Trigger.PASSES_ON, CLEO);
    happens(Trigger.WRITES, null);
    assertThat(log.subList(3, log.size()))
        .containsExactly(
            "started work by Ada",
            "completed work by Ada, handsOver, company",
            "enabled work, company",
            "started work by Ben",
            "completed work by Cleo, takesOver, company",
            "enabled work, company",
            "started work by Cleo",
            "The flow does not say where a case in step \"work\" goes when it is passed on.",
            "A case is not replied to by nobody; say who, and to whom.");
  }

  @Test
  void oneApprovalFollowsAnother() {
    rules = new ProcessRules(FlowsForTests.rich());
    situation = new Situation(null, Set.of("a lawyer"), true, null);
    aCustomerHasAsked();
    happens(Trigger.CLAIMS, ADA);
    happens(Trigger.WRITES, ADA);
    happens(Trigger.APPROVES, ADA);
    happens(Trigger.APPROVES, CLEO);
    happens(Trigger.SENT, null);
    happens(Trigger.APPROVES, CLEO);
    happens(Trigger.APPROVES, EVE);
    happens(Trigger.SENT, null);
    happens(Trigger.CLOSES, EVE);
    happens(Trigger.REOPENS, ADA);
    assertThat(log.subList(4, log.size()))
        .containsExactly(
            "completed work by Ada, writes, company",
            "enabled review, company",
            "Ada wrote this reply; a colleague approves it or sends it back.",
            "completed review by Cleo, approves, company",
            "enabled press, company",
            "The reply waits in step \"press\" for approval by people of Experts.",
            "Cleo may not act in step \"press\": it is for people of Experts.",
            "started press by Eve",
            "completed press by null, sent, company",
            "enabled answered, customer",
            "completed answered by Eve, closes, customer",
            "enabled done, customer",
            "Ada may not act in step \"done\": it is for leads.");
  }

  @Test
  void aStepThatNothingAsksForIsPassedOver() {
    rules = new ProcessRules(FlowsForTests.rich());
    aCustomerHasAsked();
    happens(Trigger.CLAIMS, ADA);
    happens(Trigger.WRITES, ADA);
    happens(Trigger.APPROVES, CLEO);
    assertThat(log.subList(4, log.size()))
        .containsExactly(
            "completed work by Ada, writes, company",
            "enabled press, company",
            "started press by null",
            "No reply waits for approval in step \"press\", or no longer.");
  }
}
