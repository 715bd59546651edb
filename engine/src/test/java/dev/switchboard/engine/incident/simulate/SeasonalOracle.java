package dev.switchboard.engine.incident.simulate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The posterior over changes under {@link SeasonalSimulator}'s own parameters, without the onset,
 * which reports belong or what they name. A report that repeats an earlier one word by word is left
 * out. The onset is summed over every half minute.
 */
public final class SeasonalOracle implements CauseJudge<Seasonal> {
  private static final double STEP_MINUTES = 0.5;
  private static final int ONSETS =
      (int) ((SeasonalSimulator.LAST_ONSET - SeasonalSimulator.FIRST_ONSET) / STEP_MINUTES);
  private static final double UNHEARD_OF = 1e-30;

  @Override
  public double[] judge(Drawn<Seasonal> drawn) {
    Worker worker = new Worker(drawn.seen(), drawn.hidden());
    List<SimulatedChange> changes = drawn.seen().changes();
    double weights = changes.stream().mapToDouble(SeasonalSimulator::weight).sum();
    double caused = SeasonalSimulator.CAUSED / SeasonalSimulator.MAX_CHANGES;
    double[] logs = new double[changes.size() + 1];
    for (int i = 0; i < changes.size(); i++) {
      double weight = SeasonalSimulator.weight(changes.get(i)) / weights;
      logs[i] = Math.log(caused * weight) + worker.ofChange(changes.get(i));
    }
    double uncaused = (1 - SeasonalSimulator.CAUSED) / (SeasonalSimulator.MAX_CHANGES + 1);
    logs[changes.size()] = Math.log(uncaused) + worker.ofNone();
    return LogSum.normalised(logs);
  }

  private static double onset(int k) {
    return SeasonalSimulator.FIRST_ONSET + (k + 0.5) * STEP_MINUTES;
  }

  /** Works on one incident. */
  private static final class Worker {
    private final SimulatedIncident seen;
    private final Seasonal hidden;
    private final List<SimulatedReport> reports = new ArrayList<>();
    private final double[] expected = new double[ONSETS];
    private final double[][] rise = new double[ONSETS][];
    private final double[][] byTopic;
    private final double[] asUsual;
    private final Map<Scene, double[]> byScene = new HashMap<>();

    Worker(SimulatedIncident seen, Seasonal hidden) {
      this.seen = seen;
      this.hidden = hidden;
      Set<List<String>> said = new HashSet<>();
      for (SimulatedReport report : seen.reports()) {
        if (said.add(report.words())) {
          reports.add(report);
        }
      }
      int services = seen.services().size();
      byTopic = new double[reports.size()][services + 1];
      asUsual = new double[reports.size()];
      for (int r = 0; r < reports.size(); r++) {
        for (int topic = 0; topic <= services; topic++) {
          byTopic[r][topic] = ofTopic(reports.get(r), topic);
          double usually = (1 - SeasonalSimulator.SMALL_TALK) / services;
          asUsual[r] += topic < services ? usually * byTopic[r][topic] : 0;
        }
        asUsual[r] += SeasonalSimulator.SMALL_TALK * ofTopic(reports.get(r), -1);
      }
      for (int k = 0; k < ONSETS; k++) {
        rise(k);
      }
    }

    private void rise(int k) {
      double onset = onset(k);
      rise[k] =
          reports.stream()
              .mapToDouble(
                  r -> hidden.rate().incident(r.minute(), onset) / hidden.rate().usual(r.minute()))
              .toArray();
      for (double at = onset + 0.5; at < SeasonalSimulator.END_MINUTE; at++) {
        expected[k] += hidden.rate().incident(at, onset);
      }
    }

    double ofChange(SimulatedChange change) {
      double innocent = SeasonalSimulator.innocentDensity(change.startMinute(), hidden.busyFrom());
      String said = change.region();
      int region = said == null ? Scene.EVERYWHERE : hidden.regions().indexOf(said);
      double[] terms = onsets(new Scene(change.service(), region, Scene.EVERYWHERE)).clone();
      for (int k = 0; k < ONSETS; k++) {
        double lag = hidden.lag().density(change, onset(k) - change.startMinute());
        terms[k] += Math.log(lag / innocent / ONSETS);
      }
      return LogSum.of(terms);
    }

    double ofNone() {
      int services = seen.services().size();
      int regions = hidden.regions().size();
      double somewhere = SeasonalSimulator.UNCAUSED_IN_ONE_REGION;
      List<Double> terms = new ArrayList<>();
      for (int topic = 0; topic <= services; topic++) {
        double outside = SeasonalSimulator.OUTSIDE;
        double weight = topic == services ? outside : (1 - outside) / services;
        for (int region = Scene.EVERYWHERE; region < regions; region++) {
          double share = region == Scene.EVERYWHERE ? 1 - somewhere : somewhere / regions;
          double log = LogSum.of(onsets(new Scene(topic, region, Scene.EVERYWHERE)));
          terms.add(log + Math.log(weight * share / ONSETS));
        }
      }
      return LogSum.of(terms.stream().mapToDouble(term -> term).toArray());
    }

    private double[] onsets(Scene scene) {
      return byScene.computeIfAbsent(scene, this::likelihoods);
    }

    private double[] likelihoods(Scene scene) {
      double[] topics = hidden.topicsOf(scene.topic());
      double[] ratios = new double[reports.size()];
      for (int r = 0; r < ratios.length; r++) {
        double said = 0;
        for (int topic = 0; topic < topics.length; topic++) {
          said += topics[topic] * byTopic[r][topic];
        }
        boolean unheard = reports.get(r).words().stream().anyMatch(hidden.talk()::isNew);
        double usual = Math.max(asUsual[r] * (unheard ? UNHEARD_OF : 1), 1e-200);
        ratios[r] = said / usual * region(reports.get(r).region(), scene.region());
      }
      double[] logs = new double[ONSETS];
      for (int k = 0; k < ONSETS; k++) {
        logs[k] = -expected[k];
        for (int r = 0; r < ratios.length; r++) {
          logs[k] += Math.log(1 + rise[k][r] * ratios[r]);
        }
      }
      return logs;
    }

    private double region(@Nullable String said, int own) {
      if (said == null || own == Scene.EVERYWHERE) {
        return 1;
      }
      boolean here = said.equals(hidden.regions().get(own));
      double share = SeasonalSimulator.IN_REGION;
      return 1 - share + (here ? share / hidden.usualRegions()[own] : 0);
    }

    private double ofTopic(SimulatedReport report, int topic) {
      int services = seen.services().size();
      double likelihood = hidden.talk().likelihood(report.words(), topic);
      if (report.product() == null || topic < 0 || topic >= services) {
        return likelihood / (report.product() == null ? 1 : services);
      }
      double right = SeasonalSimulator.RIGHT_PRODUCT;
      boolean own = report.product().equals(seen.services().get(topic).name());
      return likelihood * ((1 - right) / services + (own ? right : 0));
    }
  }
}
