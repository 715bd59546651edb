package dev.switchboard.engine.routing.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;

class SimulationTest {
  private static final Scenario SMALL = Scenario.SNOW_DAY.withSize(4_000, 25);

  @Example
  void theSameSeedGivesTheSameDayToTheLetter() {
    for (Routing routing : Routing.values()) {
      String first = Simulation.run(SMALL, routing, 3).text();
      assertThat(Simulation.run(SMALL, routing, 3).text()).isEqualTo(first);
      assertThat(Simulation.run(SMALL, routing, 4).text()).isNotEqualTo(first);
    }
  }

  @Example
  void everyAskIsAnsweredOrCountedAsUnanswered() {
    for (Scenario scenario : Scenario.ALL) {
      for (Routing routing : Routing.values()) {
        SimulationResult result = Simulation.run(scenario.withSize(3_000, 25), routing, 5);
        assertThat(result.asks()).as(result.text()).isGreaterThanOrEqualTo(result.cases());
        assertThat(result.inTime()).isBetween(0.0, 1.0);
        assertThat(result.busy()).isBetween(0.0, 1.0);
        long counted =
            result.fairness().byReach().values().stream().mapToLong(waits -> waits.count()).sum();
        assertThat(counted).isEqualTo(result.asks());
        var deadlines = result.flow().deadlines();
        assertThat(deadlines.started).as("each ask has one").isEqualTo(result.asks());
        assertThat(deadlines.met / (double) result.asks())
            .as("what the deadlines say is what the clock says")
            .isCloseTo(result.inTime(), within(1e-9));
        double byStep =
            result.untilAssignedMinutes() + result.inHandsMinutes() + result.workMinutes();
        assertThat(byStep).isPositive();
      }
    }
  }

  @Example
  void withPeopleEnoughNearlyAllIsAnsweredInTimeByWhoKnowsIt() {
    SimulationResult result =
        Simulation.run(Scenario.ORDINARY.withSize(2_000, 200), Routing.SWITCHBOARD, 1);
    // At night nobody but the few of the night shift is there.
    assertThat(result.inTime()).isGreaterThan(0.8);
    assertThat(result.unanswered()).isZero();
    assertThat(result.text()).contains("ordinary day, Switchboard, seed 1").contains("offers ");
  }

  @Example
  void inEverydayLifeAndInSnowTheLoudAreNotServedFirst() {
    for (Scenario scenario : List.of(Scenario.ORDINARY, Scenario.SNOW_DAY)) {
      SimulationResult result =
          Simulation.run(scenario.withSize(8_000, 40), Routing.SWITCHBOARD, 2);
      assertThat(result.fairness().findLoudFirst()).isEmpty();
      assertThat(result.text()).contains("The loud are not served first.");
    }
  }

  @Example
  void aDayThatWasIsWhatItsPostsSay() {
    Instant nine = Instant.parse("2026-01-05T09:00:00Z");
    List<ReplayedPost> posts = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      posts.add(
          new ReplayedPost(
              "p" + i,
              i == 29 ? "p0" : null,
              nine.plusSeconds(60L * i),
              "north",
              "en",
              i % 2 == 0 ? "refunds" : "lost dog",
              "mastodon",
              false,
              i % 3 != 1,
              null));
    }
    Scenario ten = Scenario.ORDINARY.withSize(30, 60);
    SimulationResult result = Simulation.replay(ten, posts, Routing.SWITCHBOARD, 1);
    assertThat(result.cases()).isEqualTo(19);
    assertThat(result.asks()).as("and one customer asked again").isEqualTo(20);
    assertThat(result.text()).contains("9 to  12");
    assertThatThrownBy(() -> Simulation.replay(ten.withHours(9), posts, Routing.SWITCHBOARD, 1))
        .hasMessageContaining("the posts go on for 10 hours");
    assertThatThrownBy(() -> Simulation.replay(ten, List.of(), Routing.SWITCHBOARD, 1))
        .hasMessageContaining("no posts to replay");
  }

  @Example
  void twoDaysHaveTwoMornings() {
    SimulationResult two =
        Simulation.run(Scenario.ORDINARY.withHours(48).withSize(4_000, 40), Routing.SWITCHBOARD, 1);
    assertThat(two.text()).contains("  63 to  66");
    assertThat(two.unanswered()).isLessThan(two.asks() / 10);
  }

  @Example
  void impossibleDaysAreRefused() {
    assertThatThrownBy(() -> SMALL.withSize(0, 5))
        .hasMessage("a day has 1 to 10000000 posts and 1 to 100000 agents, not 0 and 5");
    assertThat(Scenario.find("snow day")).contains(Scenario.SNOW_DAY);
    assertThat(Scenario.find("sunny day")).isEmpty();
  }
}
