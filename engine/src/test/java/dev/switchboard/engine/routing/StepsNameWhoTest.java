package dev.switchboard.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.people.Role;
import dev.switchboard.engine.process.FlowRole;
import dev.switchboard.engine.process.Group;
import dev.switchboard.engine.process.MayTake;
import dev.switchboard.engine.process.Who;
import java.util.List;
import net.jqwik.api.Example;

/** Only whom the step of a case lets act are offered it. */
class StepsNameWhoTest {
  private static final Who AGENTS = Who.of(Group.of(FlowRole.AGENT));
  private static final Who EXPERTS = Who.of(new Group(List.of(), List.of("Experts"), List.of()));
  private static final Who LEADS = Who.of(Group.of(FlowRole.LEAD));
  private static final MayTake QUEUE = new MayTake("queue", AGENTS, Who.EVERYBODY, List.of());
  private static final MayTake HARD = new MayTake("hard", EXPERTS, EXPERTS, List.of());
  private static final MayTake CALLED = new MayTake("hard", EXPERTS, EXPERTS, List.of(LEADS));

  private final FloorInWords floor = new FloorInWords();

  private void team() {
    floor.member("ann working 9", Role.AGENT).member("bob working 2", Role.AGENT, "Experts");
    floor.takesByHand("bob", 90).sofar();
  }

  @Example
  void aCaseGoesToWhomItsStepNamesHoweverIdleOthersAre() {
    team();
    assertThat(floor.waits(1, "-", HARD, null).said())
        .containsExactly("1 offered to bob until 09:01");
    assertThat(floor.lastWhy())
        .endsWith("Nobody else could take it now. The step \"hard\" asks for people of Experts.");
    assertThat(floor.waits(2, "-", QUEUE, null).said())
        .containsExactly("2 offered to ann until 09:01");
  }

  @Example
  void whenTheStepChangesTheOfferIsWithdrawnAndMadeToOthers() {
    team();
    assertThat(floor.waits(1, "-", QUEUE, null).said())
        .containsExactly("1 offered to ann until 09:01");
    assertThat(floor.comesTo(HARD, 1).said())
        .containsExactly("1 withdrawn from ann: FOR_OTHERS", "1 offered to bob until 09:01");
    assertThat(floor.comesTo(QUEUE, 1).said()).as("bob is an agent, too").isEmpty();
  }

  @Example
  void whoeverAnsweredLastMustBeNamedToo() {
    team();
    assertThat(floor.waits(1, "-", HARD, floor.answeredBy("ann")).said())
        .containsExactly("1 offered to bob until 09:01");
  }

  @Example
  void aFreedPersonTakesTheCostliestOfThoseThatTheyMay() {
    floor.member("ann working 1", Role.AGENT).takesByHand("ann", 90);
    floor.member("bob away 1", Role.AGENT, "Experts").waits(1, "-", HARD, null).after(60);
    floor.waits(2, "-", QUEUE, null).sofar();
    assertThat(floor.closed(90).said()).containsExactly("2 offered to ann until 09:02");
    assertThat(floor.member("bob working 1", Role.AGENT, "Experts").said())
        .containsExactly("1 offered to bob until 09:02");
  }

  @Example
  void whereNobodyIsNamedItIsAnExceptionThatSaysWhoIsAskedFor() {
    floor.member("ann working 9", Role.AGENT).sofar();
    assertThat(floor.waits(1, "-", HARD, null).said())
        .containsExactly(
            "1 unroutable: Nobody who answers for north may take it. The step \"hard\" asks for"
                + " people of Experts.");
    assertThat(floor.member("ann working 9", Role.AGENT, "Experts").said())
        .containsExactly("1 cleared", "1 offered to ann until 09:01");
    assertThat(floor.member("ann working 9", Role.AGENT, "Social").said())
        .containsExactly(
            "1 withdrawn from ann: FOR_OTHERS",
            "1 unroutable: Nobody who answers for north may take it. The step \"hard\" asks for"
                + " people of Experts.");
  }

  @Example
  void whereAllWhoAreNamedAreAwayItSaysSoAfterAWhile() {
    floor.member("ann working 9", Role.AGENT).member("bob off 2", Role.AGENT, "Experts");
    assertThat(floor.waits(1, "-", HARD, null).sofar().after(15 * 60).said())
        .containsExactly(
            "1 unroutable: One person could take it, and none has been there for 15 minutes. The"
                + " step \"hard\" asks for people of Experts.");
  }

  @Example
  void whoIsCalledMayTakeItAndWhatWasRelaxedStaysSo() {
    floor.member("bob working 1 - refunds:4", Role.AGENT, "Experts").takesByHand("bob", 90);
    floor.member("cleo working 9 - refunds:2", Role.LEAD).sofar();
    assertThat(floor.waits(1, "- refunds:3", HARD, null).after(18 * 60).said())
        .containsExactly("1 LEVEL from refunds:3 to refunds:2: WAITED");
    assertThat(floor.comesTo(CALLED, 1).said()).containsExactly("1 offered to cleo until 09:19");
    assertThat(floor.lastWhy())
        .endsWith("The step \"hard\" asks for people of Experts, and for leads, who were called.");
    assertThat(floor.comesTo(HARD, 1).said()).containsExactly("1 withdrawn from cleo: FOR_OTHERS");
  }

  @Example
  void aRestartForgetsNobodyWhoIsNamed() {
    team();
    floor.member("cleo away 9", Role.LEAD).member("bob away 2", Role.AGENT, "Experts");
    floor.waits(1, "-", CALLED, null).waits(2, "-", HARD, null).sofar().restarts();
    assertThat(floor.member("cleo working 9", Role.LEAD).said())
        .containsExactly("1 offered to cleo until 09:01");
    assertThat(floor.member("bob working 2", Role.AGENT, "Experts").said())
        .containsExactly("2 offered to bob until 09:01");
  }
}
