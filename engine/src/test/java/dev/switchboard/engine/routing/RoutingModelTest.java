package dev.switchboard.engine.routing;

import dev.switchboard.engine.testing.OnlyInTheLongForm;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/**
 * A floor at random: shifts, presence, profiles, people who leave, offers that are accepted,
 * declined or expire, cases that come, change, are taken by hand, let go, reopened, or go. After
 * every step nobody has more than they can hold, nobody absent is offered anything, no case has two
 * owners or offers, and none is forgotten: whoever may take it has no room, or an exception says
 * that nobody can. A router that is restored from bytes decides the same. In the end all is
 * drained.
 */
class RoutingModelTest {
  @Property(tries = 300)
  void whateverHappensOnAFloorItsRulesHold(@ForAll("steps") List<FloorStep> steps) {
    run(steps);
  }

  /** The long form, for {@code bin/test --long}. */
  @Property(tries = 10_000)
  @AddLifecycleHook(OnlyInTheLongForm.class)
  void tenThousandRuns(@ForAll("steps") List<FloorStep> steps) {
    run(steps);
  }

  private static void run(List<FloorStep> steps) {
    FloorWorld world = new FloorWorld();
    steps.forEach(world::take);
    world.drain();
  }

  @Provide
  Arbitrary<List<FloorStep>> steps() {
    return FloorStep.any().list().ofMinSize(1).ofMaxSize(100);
  }
}
