package dev.switchboard.engine.incident.simulate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An upper bound for {@link StagedSimulator}: the posterior of who is told the onset, the true
 * starts, which changes only answer the incident, what each touches, which reports belong and which
 * service each of them names. Not told: where and of which version a change is that does not say.
 */
public final class StagedOracle implements CauseJudge<Staged> {
  private static final double CONFUSED = 0.08;

  @Override
  public double[] judge(Drawn<Staged> drawn) {
    List<SimulatedChange> changes = drawn.seen().changes();
    Staged hidden = drawn.hidden();
    double[] logs = new double[changes.size() + 1];
    double weights = 0;
    for (int i = 0; i < changes.size(); i++) {
      weights += hidden.symptoms().get(i) ? 0 : StagedSimulator.weight(changes.get(i));
    }
    for (int i = 0; i < changes.size(); i++) {
      double weight = StagedSimulator.weight(changes.get(i)) / weights;
      double prior = 2.0 / 3 / StagedSimulator.MAX_CHANGES * weight;
      logs[i] =
          hidden.symptoms().get(i)
              ? Double.NEGATIVE_INFINITY
              : Math.log(prior) + ofChange(drawn, i, changes.get(i));
    }
    logs[changes.size()] = ofNone(drawn) - Math.log(3) - Math.log(StagedSimulator.MAX_CHANGES + 1);
    return LogSum.normalised(logs);
  }

  private static double ofChange(Drawn<Staged> drawn, int index, SimulatedChange change) {
    Staged hidden = drawn.hidden();
    double start = hidden.starts().get(index);
    double lag =
        StagedLag.density(
            drawn.onsetMinute() - start,
            StagedSimulator.duration(change),
            hidden.biteMeans()[StagedSimulator.KINDS.indexOf(change.kind())]);
    if (lag == 0) {
      return Double.NEGATIVE_INFINITY;
    }
    return Math.log(lag / StagedSimulator.innocentDensity(start, hidden.trains()))
        + named(drawn, hidden.touched().get(index))
        + places(drawn, change.region(), true)
        + places(drawn, change.version(), false);
  }

  private static double ofNone(Drawn<Staged> drawn) {
    int services = drawn.seen().services().size();
    if (drawn.hidden().named().contains(services)) {
      return Math.log(StagedSimulator.OUTSIDE);
    }
    double[] terms = new double[services];
    for (int failing = 0; failing < services; failing++) {
      terms[failing] =
          Math.log((1 - StagedSimulator.OUTSIDE) / services) + named(drawn, List.of(failing));
    }
    return LogSum.of(terms);
  }

  private static double named(Drawn<Staged> drawn, List<Integer> failing) {
    int services = drawn.seen().services().size();
    double log = 0;
    for (int named : drawn.hidden().named()) {
      if (named == Staged.OTHER) {
        continue;
      }
      double share = 0;
      for (int each : failing) {
        share += named < services ? drawn.hidden().seenAt()[each][named] / failing.size() : 0;
      }
      log += Math.log((1 - CONFUSED) * share + (named < services ? CONFUSED / services : 0));
    }
    return log;
  }

  /** Of what a change says; of what it does not, the marks are left aside. */
  private static double places(Drawn<Staged> drawn, @Nullable String own, boolean region) {
    if (own == null) {
      return 0;
    }
    Staged hidden = drawn.hidden();
    double share = region ? StagedSimulator.IN_REGION : StagedSimulator.OF_VERSION;
    List<String> places = region ? hidden.regions() : hidden.versions();
    double[] usual = region ? hidden.usualRegions() : hidden.usualVersions();
    double log = 0;
    for (int r = 0; r < hidden.named().size(); r++) {
      SimulatedReport report = drawn.seen().reports().get(r);
      String said = region ? report.region() : report.version();
      if (hidden.named().get(r) == Staged.OTHER || said == null) {
        continue;
      }
      double ratio = said.equals(own) ? share / usual[places.indexOf(own)] : 0;
      log += Math.log(1 - share + ratio);
    }
    return log;
  }
}
