package dev.switchboard.engine.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.testing.OnlyInTheLongForm;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.jspecify.annotations.Nullable;

/** Whatever happens to a case: its deadlines are told of in order, at the right moments, once. */
class DeadlinesPropertyTest {
  private static final Map<DeadlineKind, Duration> TARGETS =
      Map.of(
          DeadlineKind.FIRST_ANSWER, Duration.ofHours(2),
          DeadlineKind.NEXT_ANSWER, Duration.ofHours(4),
          DeadlineKind.CLOSE, Duration.ofHours(9));

  /**
   * One thing that happens.
   *
   * @param after the one before
   * @param ago how long before it becomes known
   */
  record Happening(int what, Duration after, Duration ago, @Nullable Duration ahead) {}

  record Life(String zone, boolean paused, double share, List<Happening> happenings) {}

  @Property(tries = 300)
  void whateverHappensDeadlinesAreToldOfInOrder(@ForAll("lives") Life life) {
    new Run(life).all();
  }

  /** The long form, for {@code bin/test --long}. */
  @Property(tries = 10_000)
  @AddLifecycleHook(OnlyInTheLongForm.class)
  void tenThousandLives(@ForAll("lives") Life life) {
    new Run(life).all();
  }

  private static final class Run {
    private final Life life;
    private final DeadlinePolicy policy;
    private final Deadlines deadlines;
    private final Map<DeadlineKind, String> told = new EnumMap<>(DeadlineKind.class);
    private CaseDeadlines state = CaseDeadlines.NONE;
    private Instant now = Instant.parse("2026-10-23T10:00:00Z");

    Run(Life life) {
      this.life = life;
      this.policy =
          new DeadlinePolicy(
              BusinessHoursTest.hours(life.zone() + " Mon-Sun 09:00-17:00; Sat 22:00-04:00"),
              TARGETS,
              life.paused(),
              life.share());
      this.deadlines = new Deadlines(policy);
    }

    void all() {
      for (Happening happening : life.happenings()) {
        now = now.plus(happening.after());
        DeadlineOutcome outcome = deadlines.on(state, input(happening), happening.ahead(), now);
        assertThat(deadlines.on(state, input(happening), happening.ahead(), now))
            .as("the same again")
            .isEqualTo(outcome);
        take(outcome);
        waitFor(outcome, happening.ahead());
      }
    }

    private DeadlineInput input(Happening happening) {
      Instant at = now.minus(happening.ago());
      return switch (happening.what()) {
        case 0 -> new DeadlineInput.Asked(at);
        case 1 -> new DeadlineInput.Answered(at);
        case 2 -> new DeadlineInput.Closed(at);
        case 3 -> new DeadlineInput.StepEntered(at, Duration.ofMinutes(50));
        case 4 -> new DeadlineInput.StepEntered(at, null);
        case 5 -> new DeadlineInput.Overtaken(at, at.minus(happening.ago()));
        case 6 -> new DeadlineInput.RestsForCustomer(at);
        case 7 -> new DeadlineInput.RestsNoMore(at, true);
        case 8 -> new DeadlineInput.RestsNoMore(at, false);
        default -> new DeadlineInput.Looked();
      };
    }

    /** Nothing is decided a nanosecond before the operator wants to be asked, something then. */
    private void waitFor(DeadlineOutcome outcome, @Nullable Duration ahead) {
      Instant at = outcome.lookAgainAt();
      DeadlineOutcome much = deadlines.on(state, DeadlineInput.LOOKED, ahead, now);
      assertThat(much.decisions()).as("nothing is said twice").isEmpty();
      if (at == null) {
        Instant later = now.plus(Duration.ofDays(60));
        assertThat(deadlines.on(state, DeadlineInput.LOOKED, ahead, later).decisions()).isEmpty();
        return;
      }
      assertThat(at).isAfter(now);
      assertThat(deadlines.on(state, DeadlineInput.LOOKED, ahead, at.minusNanos(1)).decisions())
          .isEmpty();
      assertThat(deadlines.on(state, DeadlineInput.LOOKED, ahead, at).decisions()).isNotEmpty();
    }

    private void take(DeadlineOutcome outcome) {
      state = outcome.deadlines();
      for (DeadlineDecision decision : outcome.decisions()) {
        check(decision);
        told.merge(decision.kind(), letter(decision), String::concat);
      }
      told.forEach(
          (kind, letters) ->
              assertThat(letters)
                  .as("%s of %s", kind, life)
                  // Started, then Foreseen and taken Back, Paused and Resumed, any number of times;
                  // then Met or Dropped, or a breach (X) that was foreseen, and Late or the like.
                  .matches("(S(FB|PR)*(M|PM|D|FX[LMD]))*(S(FB|PR)*(F|P|FX)?)?"));
      for (DeadlineKind kind : DeadlineKind.values()) {
        String letters = told.getOrDefault(kind, "");
        boolean over = letters.isEmpty() || letters.matches(".*[MDL]");
        assertThat(state.find(kind).isEmpty()).as("%s of %s", kind, letters).isEqualTo(over);
      }
    }

    private void check(DeadlineDecision decision) {
      switch (decision) {
        case DeadlineDecision.Breached(_, var due) -> assertThat(due).isBeforeOrEqualTo(now);
        case DeadlineDecision.BreachForeseen(_, var due, var left, _) ->
            assertThat(left.isZero() ? due.isAfter(now) : !due.isAfter(now)).isFalse();
        case DeadlineDecision.Met(_, var left) -> assertThat(left).isPositive();
        case DeadlineDecision.Paused(_, var left) -> assertThat(left).isPositive();
        case DeadlineDecision.EndedLate(_, var over) ->
            assertThat(over).isGreaterThanOrEqualTo(Duration.ZERO);
        case DeadlineDecision.Started _,
            DeadlineDecision.Resumed _,
            DeadlineDecision.ForesightTakenBack _,
            DeadlineDecision.Dropped _ -> {}
      }
    }

    private static String letter(DeadlineDecision decision) {
      return switch (decision) {
        case DeadlineDecision.Started _ -> "S";
        case DeadlineDecision.Paused _ -> "P";
        case DeadlineDecision.Resumed _ -> "R";
        case DeadlineDecision.BreachForeseen _ -> "F";
        case DeadlineDecision.ForesightTakenBack _ -> "B";
        case DeadlineDecision.Breached _ -> "X";
        case DeadlineDecision.Met _ -> "M";
        case DeadlineDecision.EndedLate _ -> "L";
        case DeadlineDecision.Dropped _ -> "D";
      };
    }
  }

  @Provide
  Arbitrary<Life> lives() {
    Arbitrary<Duration> waits =
        Arbitraries.longs().between(0, Duration.ofHours(7).toNanos()).map(Duration::ofNanos);
    Arbitrary<Duration> ago =
        Arbitraries.frequencyOf(Tuple.of(4, Arbitraries.just(Duration.ZERO)), Tuple.of(1, waits));
    Arbitrary<@Nullable Duration> ahead =
        Arbitraries.integers().between(0, 200).map(Duration::ofMinutes).injectNull(.4);
    Arbitrary<Happening> happening =
        Combinators.combine(Arbitraries.integers().between(0, 10), waits, ago, ahead)
            .as(Happening::new);
    return Combinators.combine(
            Arbitraries.of("Europe/Berlin", "America/New_York", "Asia/Kathmandu"),
            Arbitraries.of(true, false),
            Arbitraries.of(0.0, 0.25, 1.0),
            happening.list().ofMaxSize(25))
        .as(Life::new);
  }
}
