package dev.switchboard.engine.incident.evaluate;

import dev.switchboard.engine.incident.simulate.Drawn;
import dev.switchboard.engine.incident.simulate.SimulatedChange;
import dev.switchboard.engine.incident.simulate.SimulatedIncident;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * An incident whose changes were all given other times, so that none of them did it: each is drawn
 * anew as the simulations draw innocent ones' on average, 12 hours up to the incident's end.
 * Whoever blames one does so by chance, or by its service alone.
 */
final class Placebo {
  private static final double MINUTES = 720;

  private Placebo() {}

  static <H> Drawn<H> of(Drawn<H> drawn, long seed) {
    SimulatedIncident seen = drawn.seen();
    SplittableRandom random = new SplittableRandom(seed);
    List<SimulatedChange> moved = new ArrayList<>();
    for (SimulatedChange change : seen.changes()) {
      double start = seen.endMinute() - MINUTES * random.nextDouble();
      Double finish = change.finishMinute();
      moved.add(
          new SimulatedChange(
              change.kind(),
              change.service(),
              change.environment(),
              change.region(),
              change.version(),
              start,
              finish == null ? null : start + finish - change.startMinute(),
              change.summary()));
    }
    return new Drawn<>(
        new SimulatedIncident(
            seen.services(),
            moved,
            seen.reports(),
            seen.endMinute(),
            seen.usualPerMinute(),
            seen.usualReports()),
        Drawn.NONE,
        drawn.onsetMinute(),
        drawn.hidden());
  }
}
