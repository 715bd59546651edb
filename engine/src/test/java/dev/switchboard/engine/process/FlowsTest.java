package dev.switchboard.engine.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.engine.process.Flows.Changed;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Versions of flows come and go, and cases finish on the version on which they began. */
class FlowsTest {
  private static final FlowKey FIRST = new FlowKey("small", 1);
  private static final Instant MONDAY = Instant.parse("2026-01-05T09:00:00Z");

  private static Flows with(int... versions) {
    Flows flows = Flows.NONE;
    for (int version : versions) {
      flows = done(flows.add(FlowsForTests.small(version)));
    }
    return flows;
  }

  private static Flows done(Changed changed) {
    return switch (changed) {
      case Changed.Done(var flows) -> flows;
      case Changed.Refused(var sentence) -> throw new AssertionError(sentence);
    };
  }

  private static String refused(Changed changed) {
    return switch (changed) {
      case Changed.Done _ -> throw new AssertionError("it was not refused");
      case Changed.Refused(var sentence) -> sentence;
    };
  }

  @Test
  void newCasesBeginOnTheLatestVersionAndRunningOnesStay() {
    Flows before = with(1);
    CasePlace place =
        new ProcessRules(before.findCurrent("small").orElseThrow())
            .begin(Situation.UNKNOWN, MONDAY, MONDAY)
            .place();
    Flows after = done(before.add(FlowsForTests.small(2)));
    assertThat(after.findCurrent("small").orElseThrow().version()).isEqualTo(2);
    assertThat(after.get(place.flow())).isEqualTo(FlowsForTests.small(1));
    assertThat(before.all()).hasSize(1);
    assertThatThrownBy(
            () ->
                new ProcessRules(FlowsForTests.small(2))
                    .on(place, new ProcessInput.Looked(), Situation.UNKNOWN, MONDAY))
        .hasMessage("this case runs on small, version 1, not on small, version 2");
  }

  @Test
  void aVersionIsNeverChanged() {
    assertThat(done(with(1, 3).add(FlowsForTests.small(3))).all()).hasSize(2);
    Flow other = FlowsForTests.rich();
    Flow changed = new Flow("small", 3, other.start(), other.deadlines(), other.steps());
    assertThat(refused(with(1, 3).add(changed)))
        .isEqualTo(
            "small has version 3 already; a changed flow needs a higher version, such as 4.");
    assertThat(refused(with(1, 3).add(FlowsForTests.small(2)))).contains("higher version");
  }

  @Test
  void aVersionIsRetiredWhenNoCaseRunsOnIt() {
    Flows flows = with(1, 2);
    assertThat(refused(flows.retire(FIRST, Set.of(FIRST))))
        .isEqualTo("Cases still run on small, version 1; it can be retired when they are done.");
    Flows after = done(flows.retire(FIRST, Set.of(new FlowKey("small", 2))));
    assertThat(after.find(FIRST)).isEmpty();
    assertThatThrownBy(() -> after.get(FIRST)).hasMessage("there is no flow small, version 1");
    assertThat(refused(after.retire(new FlowKey("small", 2), Set.of())))
        .isEqualTo("New cases begin on small, version 2; add a later version first.");
    assertThat(refused(after.retire(FIRST, Set.of())))
        .isEqualTo("There is no flow small, version 1.");
  }

  @Test
  void thereAreNotEndlesslyManyVersions() {
    Flows flows = Flows.NONE;
    for (int version = 1; version <= Flows.MAX_VERSIONS; version++) {
      flows = done(flows.add(FlowsForTests.small(version)));
    }
    assertThat(refused(flows.add(FlowsForTests.small(Flows.MAX_VERSIONS + 1))))
        .contains("give the next one another name");
  }

  @Test
  void whatIsNoFlowIsNotMade() {
    assertThatThrownBy(() -> new Flow("small", 1, "queue", FlowsForTests.OFFICE, List.of()))
        .hasMessageContaining("there is no step \"queue\" to start with")
        .hasMessageContaining("no step has state answered");
  }

  @Test
  void whatWasMeantIsGuessed() {
    List<String> known = List.of("waiting", "claimed", "open", "done");
    assertThat(Nearest.of("wating", known)).contains("waiting");
    assertThat(Nearest.of("opne", known)).contains("open");
    assertThat(Nearest.of("Claimed", known)).contains("claimed");
    assertThat(Nearest.of("something", known)).isEmpty();
    assertThat(Nearest.of("x".repeat(1_000), known)).isEmpty();
  }
}
