package dev.switchboard.channels.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.channels.yaml.Mistake;
import dev.switchboard.engine.routing.simulate.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Days to simulate, text in, and what is wrong with them out. */
class ScenarioFileTest {
  private static Scenario read(String yaml) {
    ScenarioFile.Read read = ScenarioFile.read(yaml);
    assertThat(read.mistakes()).isEmpty();
    return read.scenario().orElseThrow();
  }

  private static List<String> wrong(String yaml) {
    ScenarioFile.Read read = ScenarioFile.read(yaml);
    assertThat(read.scenario()).isEmpty();
    return read.mistakes().stream().map(Mistake::text).toList();
  }

  @Test
  void thoseThatShipAreThoseThatAreEvaluated() {
    List<Scenario> shipped =
        ShippedScenarios.NAMES.stream()
            .map(name -> read(ShippedScenarios.find(name).orElseThrow()))
            .toList();
    assertThat(shipped).isEqualTo(Scenario.ALL);
    assertThat(ShippedScenarios.find("Snow day")).isPresent();
    assertThat(ShippedScenarios.find("monday")).isEmpty();
  }

  @Test
  void whatIsLeftOutIsAsUsual() {
    Scenario day = read("{scenario: small, posts: 1_000, agents: 7}");
    assertThat(day)
        .isEqualTo(new Scenario("small", 1_000, 7, 24, .25, 0, Scenario.USUAL_SHIFTS, List.of()));
    Scenario night =
        read(
            """
            scenario: night
            posts: 500
            agents: 4
            hours: 36
            shifts: {"22:30": 1}
            surges: [{from: 26:00, to: 30:30, times: 3}]
            """);
    assertThat(night.shifts()).containsExactly(new Scenario.ShiftStart(22.5, 1));
    assertThat(night.surges().getFirst().fromHour()).isEqualTo(26);
    assertThat(night.surges().getFirst().toHour()).isEqualTo(30.5);
  }

  @Test
  void everyMistakeIsToldWithItsPlace() {
    assertThat(
            wrong(
                """
                scenario: broken
                posts: 0
                ill: 120%
                need: 5%
                shifts:
                  8 o'clock: 50%
                surges:
                  - from: 06:00
                    to: 05:00
                    times: 2
                  - from: 07:75
                    times: much
                    topic: weather
                """))
        .containsExactly(
            "line 1, column 1: agents: is missing",
            "line 2, column 8: posts: \"0\" is no whole number of 1 to 10000000",
            "line 3, column 6: ill: \"120%\" is no share; write one such as 28% or 0.28",
            "line 4, column 1: unknown key \"need\" in a scenario; there are scenario, posts,"
                + " agents, hours, needHelp, ill, shifts, surges",
            "line 6, column 14: 8 o'clock: \"8 o'clock\" is no time; write one such as 06:00, or"
                + " 30:00 for the next morning",
            "line 8, column 5: a surge ends after it begins, within the hours",
            "line 11, column 5: a surge needs from:, to: and times:; to: is missing",
            "line 11, column 11: from: \"07:75\" is no time; write one such as 06:00, or 30:00 for"
                + " the next morning",
            "line 12, column 12: times: \"much\" is no number",
            "line 13, column 12: topic: there is no \"weather\"; there are status, rebooking,"
                + " refunds, baggage, boarding, website, loyalty, opinions");
    assertThat(wrong("{scenario: a, posts: 1, agents: 1, shifts: {}}"))
        .containsExactly("line 1, column 44: shifts: name at least one, such as 08:00: 100%");
    assertThat(wrong(""))
        .containsExactly("line 1, column 1: the file is empty; start it with scenario: and a name");
    assertThat(wrong("scenario: [")).first().asString().contains("line 1").contains("not YAML");
    assertThat(wrong("scenario: a\nposts: \u0001"))
        .containsExactly("line 2, column 8: the character U+0001 can't stand here; leave it out");
    assertThat(wrong("- a")).first().asString().contains("a scenario has keys with values");
  }
}
