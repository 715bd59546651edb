package dev.switchboard.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.deadline.DeadlineDecision;
import dev.switchboard.engine.deadline.DeadlineKind;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * The deadlines of one case, as somebody with a stopwatch for each would keep them: what is told of
 * a deadline must be what the stopwatch shows at that moment.
 */
final class Stopwatches {
  private static final class Watch {
    final Duration target;
    Duration used = Duration.ZERO;
    Instant since;
    boolean running = true;
    boolean foreseen;
    boolean breached;

    /** Whether it began before it was told of, as for what was asked while a reply was pending. */
    final boolean toldLate;

    Watch(Duration target, Instant since, boolean toldLate) {
      this.target = target;
      this.since = since;
      this.toldLate = toldLate;
    }
  }

  private final BusinessClock clock;
  private final Map<DeadlineKind, Watch> watches = new EnumMap<>(DeadlineKind.class);

  Stopwatches(BusinessClock clock) {
    this.clock = clock;
  }

  private Watch get(DeadlineKind kind) {
    Watch watch = watches.get(kind);
    if (watch == null) {
      throw new AssertionError("a deadline is told of that never began: " + kind);
    }
    return watch;
  }

  private Duration shows(Watch watch, Instant now) {
    return watch.running ? watch.used.plus(clock.between(watch.since, now)) : watch.used;
  }

  boolean runs(DeadlineKind kind) {
    Watch watch = watches.get(kind);
    return watch != null && watch.running;
  }

  /**
   * Something is told.
   *
   * @param target how much business time the kind may take
   * @param from since when it runs, if it begins
   */
  void told(DeadlineDecision decision, Duration target, Instant from, Instant now) {
    switch (decision) {
      case DeadlineDecision.Started(var kind, var due) -> {
        assertThat(watches.put(kind, new Watch(target, from, from.isBefore(now))))
            .as("one of a kind")
            .isNull();
        assertThat(clock.between(from, due)).as("due, by the clock on the wall").isEqualTo(target);
      }
      case DeadlineDecision.Paused(var kind, var left) -> {
        Watch watch = get(kind);
        watch.used = shows(watch, now);
        watch.running = false;
        assertThat(watch.target.minus(watch.used)).isEqualTo(left);
      }
      case DeadlineDecision.Resumed(var kind, var due) -> {
        Watch watch = get(kind);
        watch.running = true;
        watch.since = now;
        assertThat(clock.between(now, due)).isEqualTo(watch.target.minus(watch.used));
      }
      case DeadlineDecision.BreachForeseen(var kind, _, _, _) -> {
        assertThat(get(kind).foreseen || get(kind).breached).isFalse();
        get(kind).foreseen = true;
      }
      case DeadlineDecision.ForesightTakenBack(var kind) -> get(kind).foreseen = false;
      case DeadlineDecision.Breached(var kind, _) -> {
        Watch watch = get(kind);
        assertThat(watch.foreseen).as("an exception before it is a breach").isTrue();
        assertThat(watch.breached).as("once").isFalse();
        if (watch.toldLate) {
          assertThat(shows(watch, now)).isGreaterThanOrEqualTo(watch.target);
        } else {
          assertThat(shows(watch, now)).as("at the moment itself").isEqualTo(watch.target);
        }
        watch.breached = true;
      }
      case DeadlineDecision.Met(var kind, var left) -> {
        Watch watch = get(kind);
        assertThat(watch.breached).isFalse();
        assertThat(watch.target.minus(shows(watch, now))).isEqualTo(left);
        assertThat(left.isPositive()).isTrue();
        watches.remove(kind);
      }
      case DeadlineDecision.EndedLate(var kind, var over) -> {
        Watch watch = get(kind);
        assertThat(watch.breached).isTrue();
        assertThat(over.isNegative()).isFalse();
        watches.remove(kind);
      }
      case DeadlineDecision.Dropped(var kind) -> watches.remove(kind);
    }
  }

  /** What runs and has not been told of as past is not past. */
  void check(Instant now) {
    watches.forEach(
        (kind, watch) -> {
          if (watch.running && !watch.breached) {
            assertThat(shows(watch, now))
                .as("%s is past in silence", kind)
                .isLessThan(watch.target);
          }
        });
  }
}
