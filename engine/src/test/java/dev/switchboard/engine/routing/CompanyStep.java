package dev.switchboard.engine.routing;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * One thing that happens in a company.
 *
 * @param who 0 to 4
 * @param on which case, 0 to 7
 * @param shape of a case, 0 to 255
 * @param minutes that pass before
 */
record CompanyStep(Verb verb, int who, int on, int shape, int minutes) {
  enum Verb {
    CUSTOMER_ASKS,
    OFFER_IS_ACCEPTED,
    OFFER_IS_DECLINED,
    IS_CLAIMED_BY_HAND,
    REPLY_IS_WRITTEN,
    REPLY_IS_SENT,
    NETWORK_FAILS,
    REPLY_IS_APPROVED,
    REPLY_IS_SENT_BACK,
    REPLY_IS_WITHDRAWN,
    IS_RELEASED,
    IS_HANDED_OVER,
    IS_TAKEN_OVER,
    IS_PASSED_ON,
    IS_CLOSED,
    IS_REOPENED,
    FALLS_ILL,
    COMES_BACK,
    PROCESS_IS_KILLED,
    IS_TOLD_TWICE,
    FLOW_CHANGES,
    TIME
  }

  static Arbitrary<CompanyStep> any() {
    Arbitrary<Verb> verbs =
        Arbitraries.frequencyOf(
            Tuple.of(4, Arbitraries.of(Verb.class)),
            Tuple.of(
                5,
                Arbitraries.of(
                    Verb.CUSTOMER_ASKS,
                    Verb.OFFER_IS_ACCEPTED,
                    Verb.REPLY_IS_WRITTEN,
                    Verb.REPLY_IS_APPROVED,
                    Verb.REPLY_IS_SENT)));
    return Combinators.combine(
            verbs,
            Arbitraries.integers().between(0, 4),
            Arbitraries.integers().between(0, 7),
            Arbitraries.integers().between(0, 255),
            Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.of(0)),
                Tuple.of(4, Arbitraries.integers().between(1, 20)),
                Tuple.of(1, Arbitraries.integers().between(30, 480))))
        .as(CompanyStep::new);
  }
}
