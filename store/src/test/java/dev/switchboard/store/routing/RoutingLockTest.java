package dev.switchboard.store.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.store.testing.SpineTest;
import org.junit.jupiter.api.Test;

class RoutingLockTest extends SpineTest {
  private static final String END_ITS_CONNECTION =
      """
      SELECT bool_and(pg_terminate_backend(pid, 10000)) FROM pg_locks
      WHERE locktype = 'advisory' AND granted
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
      """;

  @Test
  void whoseConnectionEndsLeavesRoutingToOthersAndKnowsIt() {
    RoutingLock first = new RoutingLock(spine.jdbi);
    RoutingLock second = new RoutingLock(spine.jdbi);
    assertThat(first.tryHold()).isTrue();
    assertThat(first.tryHold()).as("still").isTrue();
    assertThat(second.tryHold()).isFalse();

    spine.jdbi.useHandle(
        h -> assertThat(h.createQuery(END_ITS_CONNECTION).mapTo(Boolean.class).one()).isTrue());
    assertThatThrownBy(first::tryHold).isNotNull();
    assertThat(second.tryHold()).isTrue();
    assertThat(first.tryHold()).isFalse();
    second.close();
    assertThat(first.tryHold()).as("it was given back").isTrue();
    first.close();
  }
}
