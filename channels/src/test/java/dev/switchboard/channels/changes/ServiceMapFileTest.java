package dev.switchboard.channels.changes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.incident.change.Service;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceMapFileTest {
  @Test
  void aServiceSaysWhatItNeedsWhatItIsCalledAndWhereItRuns() {
    ServiceMapFile.Read read =
        ServiceMapFile.read(
            "services: {checkout: {dependsOn: [payments], words: [pay, card], regions: [eu]}}");
    assertThat(read.problems()).isEmpty();
    assertThat(read.map().services())
        .containsExactly(
            new Service("checkout", List.of("payments"), List.of("pay", "card"), List.of("eu")),
            Service.named("payments"));
  }

  @Test
  void aServiceOfWhichNothingIsSaidIsOnTheMap() {
    ServiceMapFile.Read read = ServiceMapFile.read("services:\n  checkout:\n  search: {}\n");
    assertThat(read.problems()).isEmpty();
    assertThat(read.map().services()).hasSize(2);
  }

  @Test
  void whatIsWrongIsNamedWithItsLineAndTheRestIsKept() {
    ServiceMapFile.Read read =
        ServiceMapFile.read(
            """
            services:
              checkout:
                words: [pay, {a: b}]
                wrods: [card]
              search: 7
              checkout:
                words: [other]
              payments:
                words: card
            owner: shop
            """);
    assertThat(read.problems())
        .containsExactly(
            "line 3: checkout.words must be a list of texts, not a map",
            "line 4: unknown field wrods of service checkout: there are dependsOn, regions, words",
            "line 5: service search must have fields dependsOn, regions, words",
            "line 6: service checkout is there twice: the first one counts",
            "line 10: unknown field owner: a service map has services only");
    assertThat(read.map().find("checkout").orElseThrow().words()).containsExactly("pay");
    assertThat(read.map().find("payments").orElseThrow().words()).containsExactly("card");
    assertThat(read.map().find("search")).isPresent();
  }

  @Test
  void brokenYamlIsNamedWithItsLine() {
    ServiceMapFile.Read read = ServiceMapFile.read("services:\n  checkout: [\n  }\n");
    assertThat(read.map().services()).isEmpty();
    assertThat(read.problems()).hasSize(1);
    assertThat(read.problems().getFirst()).startsWith("line 3: not YAML");
  }

  @Test
  void anEmptyFileSaysHowToStart() {
    assertThat(ServiceMapFile.read("").problems())
        .containsExactly("line 1: the map is empty: start it with services:");
    assertThat(ServiceMapFile.read("- checkout\n").problems())
        .containsExactly("line 1: a service map starts with services:, not with a list");
  }
}
