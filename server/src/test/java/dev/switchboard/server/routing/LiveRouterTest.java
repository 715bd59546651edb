package dev.switchboard.server.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.engine.people.CaseWeights;
import dev.switchboard.engine.people.Presence;
import dev.switchboard.engine.people.Profile;
import dev.switchboard.engine.people.Role;
import dev.switchboard.engine.people.Roster;
import dev.switchboard.engine.people.Skill;
import dev.switchboard.engine.process.MayTake;
import dev.switchboard.store.people.RosterReads.OnRoster;
import dev.switchboard.store.routing.RoutedCase;
import dev.switchboard.store.routing.RoutingOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is heard late, or at the moment at which something else is due. */
class LiveRouterTest {
  private static final Instant NINE = Instant.parse("2026-02-02T09:00:00Z");

  private final LiveRouter router =
      new LiveRouter(RoutingSettings.DEFAULT, CaseWeights.DEFAULT, _ -> MayTake.EVERYBODY);

  LiveRouterTest() {
    router.setNow(NINE);
  }

  private void person(String name, Presence presence, Skill... skills) {
    Profile profile =
        new Profile(
            name,
            List.of(),
            List.of(),
            List.of(),
            List.of(skills),
            5,
            Roster.NONE,
            false,
            List.of());
    router.person(new OnRoster(profile, Role.AGENT, presence, NINE));
  }

  private static RoutedCase about(String topic, String state, @Nullable String holder) {
    CaseWeights.Kind kind = new CaseWeights.Kind("x", false);
    return new RoutedCase(
        7, "north", state, holder, kind, topic, "en", NINE, null, null, null, null, null);
  }

  /** Offers that ended and were made since it was asked last. */
  private List<String> planned() {
    RoutingOutcome outcome = router.plan().take(router::waits, NINE);
    return Stream.concat(
            outcome.ended().stream().map(end -> end.state().word() + " " + end.person()),
            outcome.made().stream().map(made -> "to " + made.event().to()))
        .toList();
  }

  @Test
  void aCaseMayBeTakenAtTheMomentAtWhichItWouldAskForLess() {
    person("ann", Presence.OFF, new Skill("bags", 4));
    person("ben", Presence.OFF, new Skill("bags", 1));
    router.caseIs(about("bags", "waiting", null), null);
    router.setNow(NINE.plus(Duration.ofMinutes(40)));
    router.caseIs(about("bags", "claimed", "ben"), null);
    assertThat(router.waits(7)).isFalse();
    assertThat(planned()).isEmpty();
  }

  @Test
  void aCaseMayBeClosedAtTheMomentAtWhichItsOfferIsOver() {
    person("ann", Presence.WORKING);
    router.caseIs(about("bags", "waiting", null), null);
    assertThat(planned()).containsExactly("to ann");
    person("ben", Presence.WORKING);
    router.setNow(NINE.plus(Duration.ofMinutes(1)));
    router.caseIs(about("bags", "closed", null), null);
    assertThat(planned()).as("what ben was asked nobody has seen").containsExactly("expired ann");
  }

  @Test
  void whoAcceptsAndLetsGoAtOnceIsNotWaitedFor() {
    person("ann", Presence.WORKING);
    router.caseIs(about("bags", "waiting", null), null);
    assertThat(planned()).containsExactly("to ann");
    person("ben", Presence.WORKING);
    router.caseIs(about("bags", "waiting", null), "ann");
    assertThat(planned())
        .as("she had accepted it, so that nothing is withdrawn in the store")
        .containsExactly("withdrawn ann", "to ben");
    router.caseIs(about("bags", "waiting", null), "ann");
    assertThat(planned()).as("told twice").isEmpty();
  }
}
