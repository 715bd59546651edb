package dev.switchboard.engine.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.people.Role;
import java.time.Instant;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Those who look for somebody, the desk, and the rules of the flow agree on who may take a case.
 */
class MayTakeTest {
  private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");
  private static final Flow RICH = FlowsForTests.rich();

  @Property(tries = 300)
  void allAgree(@ForAll("places") CasePlace place, @ForAll("people") Actor who) {
    WhoMay may = new WhoMay(RICH, place, Lifecycle.WAITING);
    boolean found = may.mayTake().has(who);
    assertThat(found).isEqualTo(may.refusal(Trigger.CLAIMS, who).isEmpty());
    Situation known = new Situation("refunds", Set.of(), false, null);
    ProcessInput claims = ProcessInput.happened(Trigger.CLAIMS, who, NINE);
    ProcessOutcome outcome = new ProcessRules(RICH).on(place, claims, known, NINE);
    boolean certified = !who.volunteer() || who.topics().contains("refunds");
    assertThat(outcome instanceof ProcessOutcome.Done).isEqualTo(found && certified);
  }

  @Example
  void whereNobodyIsNamedAllStepsAreOne() {
    Flow small = FlowsForTests.small(1);
    CasePlace place = CasePlace.beginning(small.key(), small.start());
    assertThat(new WhoMay(small, place, Lifecycle.WAITING).mayTake()).isEqualTo(MayTake.EVERYBODY);
    assertThat(small.isForEverybody()).isTrue();
    assertThat(RICH.isForEverybody()).isFalse();
    assertThat(MayTake.EVERYBODY.sentence()).isEmpty();
  }

  @Provide
  Arbitrary<CasePlace> places() {
    return Combinators.combine(
            Arbitraries.of("queue", "hard"), Arbitraries.integers().between(0, 2))
        .as(MayTakeTest::place);
  }

  private static CasePlace place(String step, int escalated) {
    CasePlace begun = CasePlace.beginning(RICH.key(), step);
    return new CasePlace(
        begun.flow(),
        step,
        NINE,
        begun.lastOf(),
        null,
        CasePlace.Progress.ENABLED,
        null,
        true,
        null,
        Math.min(escalated, RICH.getStep(step).escalations().size()),
        begun.deadlines());
  }

  @Provide
  Arbitrary<Actor> people() {
    return Combinators.combine(
            Arbitraries.of(Role.AGENT, Role.LEAD, Role.MANAGER),
            Arbitraries.of(true, false),
            Arbitraries.of(Set.<String>of(), Set.of("Experts"), Set.of("Social")),
            Arbitraries.of(Set.<String>of(), Set.of("refunds")))
        .as((role, volunteer, teams, topics) -> new Actor("ann", role, volunteer, teams, topics));
  }
}
