package dev.switchboard.engine.routing;

import dev.switchboard.engine.testing.OnlyInTheLongForm;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/**
 * A company at random, all of it together: routing, shifts, deadlines, a flow in two versions, and
 * what fails (people fall ill, claims run out, networks refuse, the process is killed, inputs come
 * twice), around the hour that a spring night leaves out and the one that an autumn night has
 * twice. After every step nobody holds more than they can, nobody absent is offered anything, nor
 * anybody whom the case's step does not let act, each case has one owner in the flow and on the
 * floor, deadlines are what a stopwatch shows, and no case is forgotten. In the end all is
 * answered.
 */
class CompanyModelTest {
  @Property(tries = 300)
  void whateverHappensToACompanyItsRulesHold(
      @ForAll("nights") Instant start, @ForAll("steps") List<CompanyStep> steps) {
    run(start, steps);
  }

  /** The long form, for {@code bin/test --long}. */
  @Property(tries = 10_000)
  @AddLifecycleHook(OnlyInTheLongForm.class)
  void tenThousandRuns(@ForAll("nights") Instant start, @ForAll("steps") List<CompanyStep> steps) {
    run(start, steps);
  }

  private static void run(Instant start, List<CompanyStep> steps) {
    CompanyWorld world = new CompanyWorld(start);
    steps.forEach(world::take);
    world.drain();
  }

  /** The evenings before clocks change in Berlin, and one before which they don't. */
  @Provide
  Arbitrary<Instant> nights() {
    return Arbitraries.of(
        Instant.parse("2026-03-28T19:00:00Z"),
        Instant.parse("2026-10-24T18:00:00Z"),
        Instant.parse("2026-05-04T18:00:00Z"));
  }

  @Provide
  Arbitrary<List<CompanyStep>> steps() {
    return CompanyStep.any().list().ofMinSize(1).ofMaxSize(100);
  }
}
