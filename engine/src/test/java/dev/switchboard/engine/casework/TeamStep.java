package dev.switchboard.engine.casework;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * One thing that happens in a small team.
 *
 * @param who does it, 0 to 4
 * @param as in whose name, or to whom; counts where {@code who} may do that
 * @param on which case, 0 to 2
 * @param staleness how many tokens the one in hand is behind the newest
 * @param seconds that pass before
 */
record TeamStep(Verb verb, int who, int as, int on, int staleness, int seconds) {
  enum Verb {
    CLAIM,
    HEARTBEAT,
    RELEASE,
    HAND_OVER,
    TAKE_OVER,
    REPLY,
    REPLY_BLIND,
    APPROVE,
    SEND_BACK,
    WITHDRAW,
    NETWORK_TAKES,
    NETWORK_REFUSES,
    NETWORK_IS_SILENT,
    SETTLE,
    GIVE_UP,
    CLOSE,
    SET_ASIDE,
    REOPEN,
    SWEEP,
    CUSTOMER_ASKS,
    CUSTOMER_CHATS,
    BRAND_WRITES_ELSEWHERE,
    DISABLE_OR_ENABLE,
    REVIEW_OR_NOT,
    TOPIC_COMES_UP,
    PRESENCE,
    CAPACITY,
    CERTIFY_OR_NOT
  }

  static Arbitrary<TeamStep> any() {
    Arbitrary<Verb> verbs =
        Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.of(Verb.class)),
            Tuple.of(
                2,
                Arbitraries.of(
                    Verb.CLAIM, Verb.TAKE_OVER, Verb.REPLY, Verb.APPROVE, Verb.NETWORK_TAKES)));
    return Combinators.combine(
            verbs,
            Arbitraries.integers().between(0, 4),
            Arbitraries.integers().between(0, 4),
            Arbitraries.frequency(Tuple.of(4, 0), Tuple.of(1, 1), Tuple.of(1, 2)),
            Arbitraries.frequency(Tuple.of(6, 0), Tuple.of(1, 1), Tuple.of(1, 2)),
            Arbitraries.frequency(Tuple.of(6, 5), Tuple.of(2, 40), Tuple.of(1, 130)))
        .as(TeamStep::new);
  }
}
