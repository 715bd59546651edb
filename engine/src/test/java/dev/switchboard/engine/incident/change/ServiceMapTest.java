package dev.switchboard.engine.incident.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceMapTest {
  @Test
  void aFailureReachesUpwardsAndNeedsDownwards() {
    ServiceMap map =
        new ServiceMap(
            List.of(
                service("shop", "checkout", "search"),
                service("checkout", "payments"),
                service("search")));
    assertThat(map.reachedFrom("Payments"))
        .containsExactly(entry("payments", 0), entry("checkout", 1), entry("shop", 2));
    assertThat(map.neededFor("shop"))
        .containsExactly(
            entry("shop", 0), entry("checkout", 1), entry("search", 1), entry("payments", 2));
  }

  @Test
  void cyclesEndWhereTheyBegan() {
    ServiceMap map =
        new ServiceMap(List.of(service("a", "b"), service("b", "c"), service("c", "a", "c")));
    assertThat(map.reachedFrom("a")).containsExactly(entry("a", 0), entry("c", 1), entry("b", 2));
  }

  @Test
  void whatIsOnlyDependedOnIsOnTheMap() {
    assertThat(new ServiceMap(List.of(service("a", "b"))).find("B")).isPresent();
  }

  @Test
  void twoServicesOfOneNameAreRefused() {
    assertThatThrownBy(() -> new ServiceMap(List.of(service("a"), service("A"))))
        .hasMessage("service A is on the map twice");
  }

  @Test
  void cdEventsTypesAreFoundWhateverTheirVersion() {
    assertThat(ChangeType.ofCdEvents("dev.cdevents.service.deployed")).contains(ChangeType.DEPLOY);
    assertThat(ChangeType.ofCdEvents("dev.cdevents.service.rolledback.0.2.0"))
        .contains(ChangeType.ROLLBACK);
    assertThat(ChangeType.ofCdEvents("dev.cdevents.build.finished.0.2.0")).isEmpty();
    assertThat(ChangeType.ofCdEvents("com.example.deployed")).isEmpty();
  }

  private static Service service(String name, String... dependsOn) {
    return new Service(name, List.of(dependsOn), List.of(), List.of());
  }
}
