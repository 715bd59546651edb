package dev.switchboard.engine.incident.simulate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The exact posterior over changes under {@link LogNormalSimulator}'s own parameters: nobody can be
 * right more often on average who sees the same.
 *
 * <p>Reports are a marked Poisson process: given onset and scene, its likelihood over that of usual
 * reports alone is {@code exp(-expected) · Π (1 + rate(t - onset) · ratio / usualRate)}. This is
 * integrated over the onset every half minute, times the density of the change's lag over that of
 * an innocent's start, and summed over what a change does not say.
 */
public final class LogNormalOracle implements CauseJudge<Parameters> {
  private static final double STEP_MINUTES = 0.5;
  private static final int ONSETS =
      (int) ((LogNormalSimulator.LAST_ONSET - LogNormalSimulator.FIRST_ONSET) / STEP_MINUTES);

  /** A scene and its share among those that what is said allows. */
  private record Weighted(Scene scene, double weight) {}

  @Override
  public double[] judge(Drawn<Parameters> drawn) {
    Worker worker = new Worker(drawn.seen(), drawn.hidden());
    int changes = drawn.seen().changes().size();
    double[] logs = new double[changes + 1];
    double weights = 0;
    for (SimulatedChange change : drawn.seen().changes()) {
      weights += LogNormalSimulator.causeWeight(change);
    }
    double caused = LogNormalSimulator.CAUSED / LogNormalSimulator.MAX_CHANGES;
    for (int i = 0; i < changes; i++) {
      double weight = LogNormalSimulator.causeWeight(drawn.seen().changes().get(i)) / weights;
      logs[i] = Math.log(caused * weight) + worker.ofChange(drawn.seen().changes().get(i));
    }
    double uncaused = (1 - LogNormalSimulator.CAUSED) / (LogNormalSimulator.MAX_CHANGES + 1);
    logs[changes] = Math.log(uncaused) + worker.ofNone();
    return LogSum.normalised(logs);
  }

  /** Works on one incident. */
  private static final class Worker {
    private final SimulatedIncident seen;
    private final Parameters parameters;
    private final MarkLikelihood marks;
    private final Map<Scene, double[]> byScene = new HashMap<>();

    /** Of each onset and report, the incident's rate over the usual one. */
    private final double[][] rise = new double[ONSETS][];

    Worker(SimulatedIncident seen, Parameters parameters) {
      this.seen = seen;
      this.parameters = parameters;
      marks = new MarkLikelihood(parameters, seen.reports());
      for (int k = 0; k < ONSETS; k++) {
        double onset = onset(k);
        rise[k] =
            seen.reports().stream()
                .mapToDouble(r -> parameters.rate(r.minute() - onset) / parameters.usualRate())
                .toArray();
      }
    }

    private static double onset(int k) {
      return LogNormalSimulator.FIRST_ONSET + (k + 0.5) * STEP_MINUTES;
    }

    double ofChange(SimulatedChange change) {
      int kind = LogNormalSimulator.KINDS.indexOf(change.kind());
      double innocent = Math.log(LogNormalSimulator.innocentDensity(change.startMinute()));
      double[] lags = new double[ONSETS];
      for (int k = 0; k < ONSETS; k++) {
        lags[k] =
            Math.log(parameters.lagDensity(kind, change.service(), onset(k) - change.startMinute()))
                - innocent;
      }
      return sum(scenes(change), lags);
    }

    double ofNone() {
      Company company = parameters.company();
      int services = company.services().size();
      List<Weighted> scenes = new ArrayList<>();
      for (int topic = 0; topic <= services; topic++) {
        double outside = LogNormalSimulator.UNCAUSED_OUTSIDE;
        double weight = topic == services ? outside : (1 - outside) / services;
        double one = LogNormalSimulator.UNCAUSED_IN_ONE_REGION;
        int regions = company.regions().size();
        scenes.add(
            new Weighted(new Scene(topic, Scene.EVERYWHERE, Scene.EVERYWHERE), weight * (1 - one)));
        for (int region = 0; region < regions; region++) {
          scenes.add(
              new Weighted(new Scene(topic, region, Scene.EVERYWHERE), weight * one / regions));
        }
      }
      return sum(scenes, new double[ONSETS]);
    }

    private double sum(List<Weighted> scenes, double[] logLags) {
      double[] terms = new double[scenes.size() * ONSETS];
      int at = 0;
      for (Weighted weighted : scenes) {
        double[] onsets = byScene.computeIfAbsent(weighted.scene(), this::onsets);
        double logWeight = Math.log(weighted.weight() / ONSETS);
        for (int k = 0; k < ONSETS; k++) {
          terms[at++] = logWeight + onsets[k] + logLags[k];
        }
      }
      return LogSum.of(terms);
    }

    /** The log-likelihood of all reports, for each onset. */
    private double[] onsets(Scene scene) {
      double[] ratios = marks.ratios(scene);
      double[] logs = new double[ONSETS];
      for (int k = 0; k < ONSETS; k++) {
        double log = -parameters.expected(LogNormalSimulator.END_MINUTE - onset(k));
        double product = 1;
        for (int r = 0; r < ratios.length; r++) {
          product *= 1 + rise[k][r] * ratios[r];
          if (product > 1e150) {
            log += Math.log(product);
            product = 1;
          }
        }
        logs[k] = log + Math.log(product);
      }
      return logs;
    }

    private List<Weighted> scenes(SimulatedChange change) {
      Company company = parameters.company();
      List<Weighted> scenes = new ArrayList<>();
      double[] regions = regions(change, company);
      double[] versions = versions(change, company);
      for (int region = 0; region < regions.length; region++) {
        for (int version = 0; version < versions.length; version++) {
          double weight = regions[region] * versions[version];
          if (weight > 0) {
            scenes.add(new Weighted(new Scene(change.service(), region - 1, version - 1), weight));
          }
        }
      }
      return scenes;
    }

    /** Everywhere first, then each region. */
    private double[] regions(SimulatedChange change, Company company) {
      double[] shares = new double[company.regions().size() + 1];
      if (change.region() != null) {
        shares[company.regions().indexOf(change.region()) + 1] = 1;
        return shares;
      }
      double everywhere = 1 - LogNormalSimulator.ONE_REGION;
      double unsaid = LogNormalSimulator.ONE_REGION * (1 - LogNormalSimulator.REGION_SAID);
      shares[0] = everywhere / (everywhere + unsaid);
      List<String> runsIn = seen.services().get(change.service()).regions();
      for (String region : runsIn) {
        shares[company.regions().indexOf(region) + 1] = (1 - shares[0]) / runsIn.size();
      }
      return shares;
    }

    /** Everywhere first, then each version. */
    private static double[] versions(SimulatedChange change, Company company) {
      double[] shares = new double[company.versions().size() + 1];
      if (change.version() != null) {
        shares[company.versions().indexOf(change.version()) + 1] = 1;
        return shares;
      }
      double everywhere = 1 - LogNormalSimulator.ONE_VERSION;
      double unsaid = LogNormalSimulator.ONE_VERSION * (1 - LogNormalSimulator.VERSION_SAID);
      boolean may = LogNormalSimulator.hasVersion(change.kind());
      shares[0] = may ? everywhere / (everywhere + unsaid) : 1;
      for (int i = 1; i < shares.length; i++) {
        shares[i] = (1 - shares[0]) / (shares.length - 1);
      }
      return shares;
    }
  }
}
