package dev.switchboard.server.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.people.CaseWeights;
import dev.switchboard.engine.people.Presence;
import dev.switchboard.engine.people.ProfileChange;
import dev.switchboard.engine.testing.Said;
import dev.switchboard.server.flows.FlowBook;
import dev.switchboard.server.people.Staff;
import dev.switchboard.store.testing.Spine;
import dev.switchboard.store.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class FollowingTest {
  private Instant now = Said.minute(60);

  @Test
  void offersEndInTimeAlsoWhenTheClockWasSetBack() throws Exception {
    try (TestDatabase database = TestDatabase.fresh()) {
      Spine spine = new Spine(database);
      InstantSource clock = () -> now;
      Staff staff = new Staff(spine.jdbi, CaseWeights.DEFAULT, clock, () -> {});
      staff.bring("ann", new ProfileChange(null, null, null, null, 2, null, null, null));
      staff.setPresence(null, "ann", Presence.WORKING);
      spine.arrive(Said.asks("q1", 1));
      Following following = begin(spine, clock);
      assertThat(offers(spine)).containsExactly("open");
      assertThat(following.isOutdated()).isFalse();

      now = now.minus(Duration.ofHours(1));
      assertThat(following.isOutdated()).as("its time would stand still for an hour").isTrue();
      Following next = begin(spine, clock);
      assertThat(offers(spine)).as("it stands").containsExactly("open");
      now = now.plus(Duration.ofSeconds(31));
      next.follow();
      assertThat(next.isOutdated()).isFalse();
      assertThat(offers(spine)).containsExactly("expired");
    }
  }

  private static Following begin(Spine spine, InstantSource clock) throws InterruptedException {
    return Following.alone(
        spine.jdbi,
        FlowBook.open(spine.jdbi, clock.instant()),
        RoutingSettings.DEFAULT,
        CaseWeights.DEFAULT,
        clock);
  }

  private static List<String> offers(Spine spine) {
    return spine.jdbi.withHandle(
        h -> h.createQuery("SELECT state FROM offers ORDER BY id").mapTo(String.class).list());
  }
}
