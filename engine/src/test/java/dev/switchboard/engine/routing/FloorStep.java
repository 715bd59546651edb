package dev.switchboard.engine.routing;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * One thing that happens on a floor.
 *
 * @param who 0 to 4
 * @param on which case, 0 to 7
 * @param shape of the case or of the person, 0 to 255
 * @param seconds that pass before
 */
record FloorStep(Verb verb, int who, int on, int shape, int seconds) {
  enum Verb {
    CASE_WAITS,
    CASE_CHANGES,
    CASE_IS_LET_GO,
    CASE_IS_REOPENED,
    CASE_GOES,
    TAKEN_BY_HAND,
    ACCEPTS,
    DECLINES,
    SHIFTS_CHANGE,
    PRESENCE,
    PROFILE,
    LEAVES_THE_ROSTER,
    RESTART,
    TIME
  }

  static Arbitrary<FloorStep> any() {
    Arbitrary<Verb> verbs =
        Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.of(Verb.class)),
            Tuple.of(
                4, Arbitraries.of(Verb.CASE_WAITS, Verb.ACCEPTS, Verb.PRESENCE, Verb.DECLINES)));
    return Combinators.combine(
            verbs,
            Arbitraries.integers().between(0, 4),
            Arbitraries.integers().between(0, 7),
            Arbitraries.integers().between(0, 255),
            Arbitraries.frequency(
                Tuple.of(6, 1), Tuple.of(3, 61), Tuple.of(2, 600), Tuple.of(1, 8 * 3600)))
        .as(FloorStep::new);
  }
}
