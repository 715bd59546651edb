package dev.switchboard.server.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.routing.RoutingPolicy;
import dev.switchboard.server.api.TestServer;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes on one database, of which one routes, and a new start in the middle. */
class TakingTurnsTest {
  /** Offers outlast the start of a process on a busy machine. */
  private static final RoutingSettings PATIENT = patient();

  private static RoutingSettings patient() {
    RoutingSettings usual = RoutingSettings.DEFAULT;
    RoutingPolicy policy = usual.policy();
    return new RoutingSettings(
        true,
        new RoutingPolicy(
            Duration.ofMinutes(10),
            policy.notAgainWithin(),
            policy.previousWithin(),
            policy.waitForPrevious(),
            2,
            policy.maxUnanswered(),
            policy.pause(),
            policy.maxUnseen(),
            policy.relaxations(),
            policy.relaxedService(),
            policy.nobodyThereAfter()),
        usual.answerWithin(),
        usual.handling(),
        usual.skillLevel(),
        usual.skills());
  }

  @Test
  void anotherProcessGoesOnWhereTheFirstOneEnded(@TempDir Path folder) throws Exception {
    TestServer first = TestServer.startRouting(folder, PATIENT);
    Routed floor = new Routed(first);
    String ann = floor.works("Ann", 2);
    long accepted = floor.asks();
    long standing = floor.asks();
    long offer = floor.offered(accepted, ann);
    long other = floor.offered(standing, ann);
    try (TestServer second = TestServer.startRouting(folder, PATIENT)) {
      Routed there = new Routed(second);
      // While the first one routes, the second carries out what people do.
      assertThat(there.accept(offer, ann).status()).isEqualTo(200);
      floor.ended(accepted, "accepted");
      assertThat(floor.story(accepted).path("offers").size()).isEqualTo(1);
      first.close();
      String bob = there.name("Bob");
      assertThat(there.works("Bob", 1)).isEqualTo(bob);
      there.offered(there.asks(), bob);
      assertThat(there.story(standing).path("offers").size()).as("not made twice").isEqualTo(1);
      assertThat(there.accept(other, ann).status()).as("it still stands").isEqualTo(200);
      assertThat(there.offersTo(ann)).isEmpty();
    }
  }
}
