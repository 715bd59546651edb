package dev.switchboard.engine.incident.cause;

import dev.switchboard.engine.incident.change.Change;
import dev.switchboard.engine.incident.change.ServiceMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Names the changes that may have caused an incident, each with its probability and reasons,
 * against "none of these".
 *
 * <p>Bayes: reports are a Poisson process with a change point, marked with words and places. For
 * each change, how well it explains the marks, times the density of its lag over how often changes
 * start anyway, summed over the onset. Changes that start after the onset's upper bound are vetoed;
 * the onset is found without looking at changes, so a vetoed change alters nothing.
 *
 * <p>Deterministic, without state, thread-safe. What is kept is bounded by {@link
 * IncidentEvidence#MAX_REPORTS} and {@link #MAX_CHANGES}; a call takes milliseconds for a hundred
 * reports and twenty changes.
 */
public final class CauseRanker {
  /** How many changes are looked at: of more, the latest before the end of the window. */
  public static final int MAX_CHANGES = 500;

  private static final double[] TOPIC_SHARES = {0.06, 0.12, 0.2, 0.3, 0.45};
  private static final double UPPER = 0.99;
  private static final double LOWER = 0.025;

  private final ServiceMap map;
  private final CauseSettings settings;

  public CauseRanker(ServiceMap map, CauseSettings settings) {
    this.map = map;
    this.settings = settings;
  }

  /** The ranking; {@code changes} may come in any order, each id once. */
  public CauseRanking rank(IncidentEvidence evidence, Collection<Change> changes) {
    return new Ranking(evidence, known(evidence, changes)).rank();
  }

  /** In an order of its own, so that the order given does not matter to the last digit. */
  private static List<Change> known(IncidentEvidence evidence, Collection<Change> changes) {
    List<Change> known =
        changes.stream()
            .filter(change -> !change.startedAt().isAfter(evidence.until()))
            .sorted(Comparator.comparing(Change::startedAt).thenComparing(Change::id))
            .toList();
    return known.subList(Math.max(0, known.size() - MAX_CHANGES), known.size());
  }

  /** Works on one incident. */
  private final class Ranking {
    private final IncidentEvidence evidence;
    private final List<Change> changes;
    private final Suspects suspects;
    private final OnsetModel onsets;
    private final PlaceModel regions;
    private final PlaceModel versions;
    private final ScenesOf scenesOf;
    private final double[] members;
    private final double topicShare;

    Ranking(IncidentEvidence evidence, List<Change> changes) {
      this.evidence = evidence;
      this.changes = changes;
      Usual usual = evidence.usual();
      suspects = new Suspects(map, usual);
      double[] times =
          evidence.reports().stream().mapToDouble(r -> evidence.minute(r.at())).toArray();
      onsets = new OnsetModel(times, evidence.minutes(), usual.reportsPerMinute());
      Set<String> places = new HashSet<>();
      map.services().forEach(service -> places.addAll(service.regions()));
      regions =
          new PlaceModel(
              evidence.reports(), Report::region, usual.regions(), places, settings.inRegion());
      versions =
          new PlaceModel(
              evidence.reports(),
              Report::version,
              usual.versions(),
              Set.of(),
              settings.ofVersion());
      scenesOf = new ScenesOf(map, suspects, regions, versions, settings);
      members = onsets.membership();
      topicShare = topicShare();
    }

    CauseRanking rank() {
      double[] unanswered = new double[onsets.onsets().length];
      double[] without = ofNone(likelihood(topicShare), _ -> unanswered);
      CauseRanking.Onset onset = onset(without);
      List<Change> timely =
          changes.stream().filter(change -> !change.startedAt().isAfter(onset.latest())).toList();
      double[] shares = doubted(LogSum.shares(logs(timely)), timely);
      CauseReasons reasons = new CauseReasons(evidence, map, onset);
      List<LikelyCause> causes = new ArrayList<>();
      for (int i = 0; i < timely.size(); i++) {
        Change change = timely.get(i);
        causes.add(new LikelyCause(change, shares[i], false, reasons.of(change)));
      }
      changes.stream()
          .filter(change -> change.startedAt().isAfter(onset.latest()))
          .forEach(late -> causes.add(new LikelyCause(late, 0, true, reasons.ofVetoed(late))));
      causes.sort(CauseRanking.LIKELIEST_FIRST);
      return new CauseRanking(causes, shares[timely.size()], onset);
    }

    /** How many words of a report are its topic's: the likeliest share, whatever failed. */
    private double topicShare() {
      double likeliest = TOPIC_SHARES[0];
      double most = Double.NEGATIVE_INFINITY;
      for (double share : TOPIC_SHARES) {
        SceneLikelihood likelihood = likelihood(share);
        double[] logs =
            scenesOf.topicsOfNone().stream()
                .mapToDouble(scene -> fit(likelihood.ratios(scene)))
                .toArray();
        double log = LogSum.of(logs);
        if (log > most) {
          most = log;
          likeliest = share;
        }
      }
      return likeliest;
    }

    private double fit(double[] ratios) {
      double log = 0;
      for (int r = 0; r < ratios.length; r++) {
        log += Math.log(1 - members[r] + members[r] * ratios[r]);
      }
      return log;
    }

    private SceneLikelihood likelihood(double share) {
      TopicModel topics =
          new TopicModel(
              evidence.usual(), suspects.topics(), suspects.services(), settings.unlisted());
      return new SceneLikelihood(
          onsets,
          regions,
          versions,
          settings,
          topics.of(evidence.reports(), share, members),
          members);
    }

    /**
     * For each onset, how likely the reports are if no change did it.
     *
     * @param answered by the service that breaks by itself: how well its failure explains changes
     */
    private double[] ofNone(SceneLikelihood likelihood, Function<String, double[]> answered) {
      List<double[]> weighted = new ArrayList<>();
      scenesOf
          .none()
          .forEach((service, scenes) -> add(scenes, likelihood, answered.apply(service), weighted));
      return mixed(weighted);
    }

    private void add(
        Map<Scene, Double> scenes,
        SceneLikelihood likelihood,
        double[] answered,
        List<double[]> weighted) {
      scenes.forEach(
          (scene, share) -> {
            double[] logs = likelihood.logs(scene).clone();
            for (int k = 0; k < logs.length; k++) {
              logs[k] += Math.log(share) + answered[k];
            }
            weighted.add(logs);
          });
    }

    private double[] mixed(List<double[]> weighted) {
      double[] mixed = new double[onsets.onsets().length];
      double[] terms = new double[weighted.size()];
      for (int k = 0; k < mixed.length; k++) {
        for (int i = 0; i < terms.length; i++) {
          terms[i] = weighted.get(i)[k];
        }
        mixed[k] = LogSum.of(terms);
      }
      return mixed;
    }

    /** The picture may be wrong altogether: then nothing is known but how often each is a cause. */
    private double[] doubted(double[] shares, List<Change> timely) {
      double weights = timely.stream().mapToDouble(CauseRanker::weight).sum();
      double caused = timely.isEmpty() ? 0 : settings.caused();
      double[] doubted = new double[shares.length];
      for (int i = 0; i < doubted.length; i++) {
        boolean none = i == timely.size();
        double before = none ? 1 - caused : caused * weight(timely.get(i)) / weights;
        doubted[i] = (1 - settings.doubt()) * shares[i] + settings.doubt() * before;
      }
      return doubted;
    }

    /** Of each timely change and of none, the logarithm of its share before they sum to one. */
    private double[] logs(List<Change> timely) {
      List<Map<Scene, Double>> scenes = timely.stream().map(scenesOf::of).toList();
      SceneLikelihood likelihood = likelihood(topicShare);
      InnocentStarts starts = new InnocentStarts(timely, evidence);
      double weights = timely.stream().mapToDouble(CauseRanker::weight).sum();
      double[] grid = onsets.onsets();
      double[] innocent = timely.stream().mapToDouble(starts::density).toArray();
      Answers answers = new Answers(timely, innocent, evidence, map);
      double[] without = ofNone(likelihood, service -> answers.logs(service, -1, grid));
      double none = Math.log(timely.isEmpty() ? 1 : 1 - settings.caused()) + LogSum.of(without);
      double[] logs = new double[timely.size() + 1];
      logs[timely.size()] = settings.sharpness() * none;
      for (int i = 0; i < timely.size(); i++) {
        Change change = timely.get(i);
        List<double[]> weighted = new ArrayList<>();
        add(scenes.get(i), likelihood, answers.logs(change.service(), i, grid), weighted);
        double[] terms = mixed(weighted);
        LagDensity lag = new LagDensity(change);
        double start = evidence.minute(change.startedAt());
        for (int k = 0; k < terms.length; k++) {
          terms[k] += Math.log(lag.at(grid[k] - start));
        }
        double prior = Math.log(settings.caused() * weight(change) / weights);
        double log = prior + LogSum.of(terms) - Math.log(innocent[i]);
        logs[i] = settings.sharpness() * log;
      }
      return logs;
    }

    /** By times and marks, widened to what the times alone allow. */
    private CauseRanking.Onset onset(double[] logs) {
      double[] shares = LogSum.shares(logs);
      double[] times = LogSum.shares(onsets.logs());
      return new CauseRanking.Onset(
          evidence.at(Math.min(quantile(shares, LOWER), quantile(times, LOWER))),
          evidence.at(quantile(shares, 0.5)),
          evidence.at(Math.max(quantile(shares, UPPER), quantile(times, UPPER))));
    }

    private double quantile(double[] shares, double part) {
      double[] grid = onsets.onsets();
      double half = grid.length < 2 ? 0 : (grid[1] - grid[0]) / 2;
      double sum = 0;
      for (int k = 0; k < shares.length; k++) {
        if (sum + shares[k] >= part) {
          return grid[k] - half + 2 * half * (part - sum) / shares[k];
        }
        sum += shares[k];
      }
      return grid[grid.length - 1] + half;
    }
  }

  /** How readily a change is a cause, by its type and environment. */
  private static double weight(Change change) {
    return CauseSettings.weight(change.type()) * (isTest(change.environment()) ? 0.03 : 1);
  }

  /** Whether customers never see the environment. */
  static boolean isTest(@Nullable String environment) {
    if (environment == null) {
      return false;
    }
    Set<String> words = Words.of(environment.replaceAll("[-_./0-9]", " "));
    return words.stream()
        .anyMatch(
            Words.of("staging stage test testing dev development qa sandbox preview")::contains);
  }
}
