package dev.switchboard.engine.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.event.AboutSteps;
import dev.switchboard.engine.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/**
 * Whatever a log tells of a case, in whatever order: nothing is refused, its steps are in order,
 * and it can be put where it stands.
 */
class ProjectionPropertyTest {
  private final Flow flow = FlowsForTests.rich();
  private final Projection projection = new Projection(flow);

  /**
   * An event.
   *
   * @param settled where the case then stands, or null if nobody looks
   */
  record Line(
      Trigger trigger,
      boolean awaits,
      Duration after,
      boolean offered,
      @Nullable Lifecycle settled) {}

  @Property(tries = 200)
  void whateverIsToldTheCaseHasAPlace(@ForAll("logs") List<Line> log) {
    Instant now = Instant.parse("2026-03-27T13:00:00Z");
    ProcessOutcome.Done done = projection.begin(now, now);
    StringBuilder letters = new StringBuilder(letters(done));
    for (Line line : log) {
      now = now.plus(line.after());
      done = tell(done.place(), line, now);
      letters.append(letters(done));
      Instant look = done.lookAgainAt();
      assertThat(look == null || look.isAfter(now)).as("time never decides twice").isTrue();
      Lifecycle state = line.settled();
      if (state != null) {
        done = projection.settle(done.place(), state, "Ada", now);
        letters.append(letters(done));
        assertThat(projection.isIn(done.place(), state)).isTrue();
      }
    }
    assertThat(letters.toString()).matches("(E(O*|S*)*C)*E(O*|S*)*");
  }

  private ProcessOutcome.Done tell(CasePlace place, Line line, Instant now) {
    if (line.offered()) {
      return projection.offered(place, "Eve", now);
    }
    Told told = new Told(line.trigger(), "Ada", "Cleo", now, null, line.awaits());
    return projection.on(place, told, now);
  }

  /** Its step events by their letters: enabled, offered, started, completed. */
  private static String letters(ProcessOutcome.Done done) {
    StringBuilder letters = new StringBuilder();
    for (ProcessDecision decision : done.decisions()) {
      Event event = ForTheLog.of(decision).orElse(null);
      letters.append(
          switch (event) {
            case AboutSteps.Enabled _ -> "E";
            case AboutSteps.Offered _ -> "O";
            case AboutSteps.Started _ -> "S";
            case AboutSteps.Completed _ -> "C";
            case null, default -> "";
          });
    }
    return letters.toString();
  }

  @Provide
  Arbitrary<List<Line>> logs() {
    return Combinators.combine(
            Arbitraries.of(Trigger.values()),
            Arbitraries.of(true, false),
            Arbitraries.integers().between(0, 2_000).map(Duration::ofMinutes),
            Arbitraries.frequency(Tuple.of(1, true), Tuple.of(9, false)),
            Arbitraries.of(Lifecycle.values()).injectNull(.6))
        .as(Line::new)
        .list()
        .ofMaxSize(40);
  }
}
