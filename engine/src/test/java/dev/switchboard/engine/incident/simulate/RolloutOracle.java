package dev.switchboard.engine.incident.simulate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An upper bound for {@link RolloutSimulator}: the posterior of who is told the onset to the
 * second, which reports belong to the incident and which service each of them names.
 *
 * <p>The lag's density is integrated numerically; that the incident is drawn anew when it has few
 * reports is left out, as it hardly depends on the cause.
 */
public final class RolloutOracle implements CauseJudge<Rollouts> {
  @Override
  public double[] judge(Drawn<Rollouts> drawn) {
    List<SimulatedChange> changes = drawn.seen().changes();
    double[] logs = new double[changes.size() + 1];
    for (int i = 0; i < changes.size(); i++) {
      double prior = 2.0 / 3 / RolloutSimulator.MAX_CHANGES / changes.size();
      logs[i] = Math.log(prior) + ofChange(drawn, changes.get(i));
    }
    logs[changes.size()] = ofNone(drawn) - Math.log(3) - Math.log(RolloutSimulator.MAX_CHANGES + 1);
    return LogSum.normalised(logs);
  }

  private static double ofChange(Drawn<Rollouts> drawn, SimulatedChange change) {
    Rollouts hidden = drawn.hidden();
    double finish = change.finishMinute() == null ? change.startMinute() : change.finishMinute();
    double lag =
        RolloutLag.density(
            drawn.onsetMinute() - change.startMinute(),
            finish - change.startMinute(),
            hidden.fastLags()[LogNormalSimulator.KINDS.indexOf(change.kind())]);
    double innocent = RolloutSimulator.innocentDensity(change.startMinute(), hidden.crowds());
    return Math.log(lag / innocent) + marks(drawn, change.service(), change);
  }

  /** Reports of a matter outside the map say so to the oracle. */
  private static double ofNone(Drawn<Rollouts> drawn) {
    int services = drawn.seen().services().size();
    if (drawn.hidden().named().contains(services)) {
      return Math.log(RolloutSimulator.OUTSIDE);
    }
    double[] terms = new double[services];
    for (int failing = 0; failing < services; failing++) {
      terms[failing] =
          Math.log((1 - RolloutSimulator.OUTSIDE) / services) + marks(drawn, failing, null);
    }
    return LogSum.of(terms);
  }

  private static double marks(
      Drawn<Rollouts> drawn, int failing, @Nullable SimulatedChange change) {
    Rollouts hidden = drawn.hidden();
    double log = 0;
    for (int r = 0; r < hidden.named().size(); r++) {
      int named = hidden.named().get(r);
      if (named == Rollouts.OTHER) {
        continue;
      }
      SimulatedReport report = drawn.seen().reports().get(r);
      log += Math.log(named < hidden.seenAt().length ? hidden.seenAt()[failing][named] : 0);
      if (change != null) {
        log +=
            place(
                report.region(),
                change.region(),
                RolloutSimulator.IN_REGION,
                hidden.regions(),
                hidden.usualRegions());
        log +=
            place(
                report.version(),
                change.version(),
                RolloutSimulator.OF_VERSION,
                hidden.versions(),
                hidden.usualVersions());
      }
    }
    return log;
  }

  private static double place(
      @Nullable String said,
      @Nullable String own,
      double share,
      List<String> places,
      double[] usual) {
    if (said == null || own == null) {
      return 0;
    }
    double here = said.equals(own) ? share / usual[places.indexOf(said)] : 0;
    return Math.log(1 - share + here);
  }
}
