package dev.switchboard.engine.casework;

import dev.switchboard.engine.testing.OnlyInTheLongForm;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/**
 * A team at work at random: claims, hand-overs, take-overs, approvals, failures of the network,
 * people disabled, under review, away, full or not certified, customers who write meanwhile. After
 * every step there is one owner, no stale reply, no approval of one's own, no double reply, and
 * nothing lost. A failing run is printed with its seed and shrunk to few steps.
 */
class TeamModelTest {
  private static final int CASES = 3;

  @Property(tries = 300)
  void whateverATeamDoesItsRulesHold(@ForAll("steps") List<TeamStep> steps) {
    run(steps);
  }

  /** The long form, for {@code bin/test --long}. */
  @Property(tries = 10_000)
  @AddLifecycleHook(OnlyInTheLongForm.class)
  void tenThousandRuns(@ForAll("steps") List<TeamStep> steps) {
    run(steps);
  }

  private static void run(List<TeamStep> steps) {
    TeamWorld world = new TeamWorld(CASES);
    steps.forEach(world::take);
  }

  @Provide
  Arbitrary<List<TeamStep>> steps() {
    return TeamStep.any().list().ofMinSize(1).ofMaxSize(80);
  }
}
