package dev.switchboard.server.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class FramePaceTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  @Example
  void whatFollowsOnAClickNeedNotWait() {
    FramePace pace = new FramePace();
    long now = -5;
    assertThat(pace.waitNanos(now)).isNotPositive();
    pace.sent(now);
    assertThat(pace.waitNanos(now + 1)).isNotPositive();
    pace.sent(now + 1);
    assertThat(pace.waitNanos(now + 1)).isBetween(SECOND / 5, SECOND / 4);
  }

  @Property(tries = 200)
  void neverMoreThanFiveInASecondAndAlwaysFourInTheLongRun(
      @ForAll @Size(min = 20, max = 200) List<@IntRange(max = 400) Integer> restMillis) {
    FramePace pace = new FramePace();
    Deque<Long> lastSecond = new ArrayDeque<>();
    long now = Long.MAX_VALUE - 7 * SECOND;
    for (int rest : restMillis) {
      now += Duration.ofMillis(rest).toNanos();
      long wait = pace.waitNanos(now);
      assertThat(wait).isLessThanOrEqualTo(SECOND / 4);
      now += Math.max(0, wait);
      pace.sent(now);
      lastSecond.add(now);
      while (now - lastSecond.getFirst() >= SECOND) {
        lastSecond.removeFirst();
      }
      assertThat(lastSecond).hasSizeLessThanOrEqualTo(5);
    }
  }
}
