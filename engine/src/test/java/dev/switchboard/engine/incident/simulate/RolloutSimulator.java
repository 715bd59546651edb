package dev.switchboard.engine.incident.simulate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Another simulation, by another mechanism than {@link LogNormalSimulator}; nothing is tuned on it.
 *
 * <ul>
 *   <li>Three layers of 8–24 services; each depends on 1–3 of the layer below. A failure shows
 *       mostly at the top of what depends on it; one report in ten names a neighbour.
 *   <li>Changes come in three crowds (deviation 25 minutes) or at any time of 16 hours; rollouts
 *       take 0–60 minutes; the lag is {@link RolloutLag}'s.
 *   <li>Reports grow over 20 minutes and fade by halves over an hour; a quarter of them is repeated
 *       by another author within minutes. Reports that come anyway come singly and, twice in three,
 *       in one or two bursts about something else before or after.
 *   <li>Talk is {@link TemplateTalk}'s. A fifth to a half say their region (85 % right), a tenth
 *       their version, a tenth a product.
 *   <li>Two incidents in three have a cause among 1–20 changes, the others none among 0–20; half of
 *       these are matters outside the map.
 * </ul>
 *
 * Deterministic for a seed; thread-safe.
 */
public final class RolloutSimulator {
  static final double END_MINUTE = 240;
  static final int MAX_CHANGES = 20;
  static final double IN_REGION = 0.85;
  static final double OF_VERSION = 0.8;
  static final double CROWD_MINUTES = 25;
  static final double CROWDED = 0.6;
  static final double FIRST_CHANGE = -720;
  static final double NEIGHBOUR = 0.1;
  static final double OUTSIDE = 0.5;
  private static final List<String> KINDS = LogNormalSimulator.KINDS;
  private static final double[] FAST_LAGS = {6, 2, 4, 3, 1};
  private static final double[] DURATIONS = {25, 10, 8, 0, 0};
  private static final int MIN_REPORTS = 8;
  private static final int USUAL_REPORTS = 300;

  /** The incident of this seed. */
  public Drawn<Rollouts> draw(long seed) {
    Draws draws = new Draws(seed);
    while (true) {
      Drawn<Rollouts> drawn = new Attempt(draws).draw();
      if (drawn.seen().reports().stream().filter(r -> r.minute() > 90).count() >= MIN_REPORTS) {
        return drawn;
      }
    }
  }

  /** The density of an innocent change's reported start, per minute. */
  static double innocentDensity(double start, double[] crowds) {
    double crowded = 0;
    for (double crowd : crowds) {
      double z = (start - crowd) / CROWD_MINUTES;
      crowded += Math.exp(-z * z / 2) / (CROWD_MINUTES * Math.sqrt(2 * Math.PI)) / crowds.length;
    }
    return CROWDED * crowded + (1 - CROWDED) / (END_MINUTE - FIRST_CHANGE);
  }

  private record Timed(SimulatedReport report, int named) {}

  /** One try at an incident. */
  private static final class Attempt {
    private final Draws draws;
    private final List<SimulatedService> services = new ArrayList<>();
    private final TemplateTalk talk;
    private final List<String> regions;
    private final double[] usualRegions;
    private final List<String> versions = List.of("v7", "v8", "v9");
    private final double[] usualVersions;
    private final double[] crowds = new double[3];
    private final double[] fastLags = new double[KINDS.size()];
    private final double[][] seenAt;
    private final double saysRegion;
    private final List<Timed> reports = new ArrayList<>();

    Attempt(Draws draws) {
      this.draws = draws;
      int layer = 3 + draws.below(6);
      talk = new TemplateTalk(draws, 3 * layer);
      regions = List.of("north", "south", "east", "west").subList(0, 2 + draws.below(3));
      usualRegions = draws.shares(regions.size());
      usualVersions = draws.shares(versions.size());
      saysRegion = draws.uniform(0.2, 0.5);
      for (int i = 0; i < 3 * layer; i++) {
        services.add(service(i, layer));
      }
      seenAt = seenAt(layer);
      for (int i = 0; i < crowds.length; i++) {
        crowds[i] = draws.uniform(0, END_MINUTE);
      }
      for (int i = 0; i < fastLags.length; i++) {
        fastLags[i] = draws.logNormal(FAST_LAGS[i], 0.4);
      }
    }

    Drawn<Rollouts> draw() {
      boolean caused = draws.chance(2.0 / 3);
      int count = caused ? 1 + draws.below(MAX_CHANGES) : draws.below(MAX_CHANGES + 1);
      List<SimulatedChange> changes = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        changes.add(change());
      }
      double onset = draws.uniform(90, 215);
      int cause = caused ? draws.below(count) : Drawn.NONE;
      Scene scene = scene(caused ? changes.get(cause) : null);
      if (caused) {
        changes.set(cause, guilty(changes.get(cause), onset));
      }
      background();
      incident(scene, onset);
      reports.sort(Comparator.comparingDouble(timed -> timed.report().minute()));
      return new Drawn<>(seen(changes), cause, onset, hidden());
    }

    private SimulatedService service(int i, int layer) {
      Set<Integer> below = new HashSet<>();
      for (int d = i < 2 * layer ? 1 + draws.below(3) : 0; d > 0; d--) {
        below.add((i / layer + 1) * layer + draws.below(layer));
      }
      List<String> listed = talk.listed(i);
      String name = draws.chance(0.6) ? listed.getFirst() : talk.newWord();
      return new SimulatedService(name, List.copyOf(below), listed, regions);
    }

    private double[][] seenAt(int layer) {
      double[] exposure = new double[services.size()];
      for (int i = 0; i < exposure.length; i++) {
        exposure[i] = i < layer ? 1 : i < 2 * layer ? 0.5 : 0.25;
      }
      double[][] seenAt = new double[services.size()][];
      for (int i = 0; i < seenAt.length; i++) {
        double[] shares = Spread.shares(services, i, 0.6, exposure);
        double[] blurred = new double[shares.length];
        for (int v = 0; v < shares.length; v++) {
          blurred[v] += (1 - NEIGHBOUR) * shares[v];
          blurred[(v + 1) % shares.length] += NEIGHBOUR * shares[v];
        }
        seenAt[i] = blurred;
      }
      return seenAt;
    }

    private SimulatedChange change() {
      int kind = draws.weighted(new double[] {0.4, 0.3, 0.1, 0.1, 0.1});
      double start =
          draws.chance(CROWDED)
              ? draws.normal(crowds[draws.below(crowds.length)], CROWD_MINUTES)
              : draws.uniform(FIRST_CHANGE, END_MINUTE);
      int service = draws.below(services.size());
      double duration = draws.exponential(1) * DURATIONS[kind];
      return new SimulatedChange(
          KINDS.get(kind),
          service,
          draws.chance(0.5) ? "prod" : null,
          draws.chance(0.3) ? regions.get(draws.below(regions.size())) : null,
          kind == 0 && draws.chance(0.3) ? versions.get(draws.below(versions.size())) : null,
          start,
          start + Math.min(60, duration),
          KINDS.get(kind) + " " + services.get(service).name());
    }

    private SimulatedChange guilty(SimulatedChange c, double onset) {
      double finish = c.finishMinute() == null ? c.startMinute() : c.finishMinute();
      double duration = finish - c.startMinute();
      double lag = RolloutLag.draw(draws, duration, fastLags[KINDS.indexOf(c.kind())]);
      double start = onset - lag + RolloutLag.misreport(draws);
      return new SimulatedChange(
          c.kind(),
          c.service(),
          c.environment(),
          c.region(),
          c.version(),
          start,
          start + duration,
          c.summary());
    }

    private Scene scene(@Nullable SimulatedChange guilty) {
      if (guilty == null) {
        boolean outside = draws.chance(OUTSIDE);
        return new Scene(
            outside ? services.size() : draws.below(services.size()),
            Scene.EVERYWHERE,
            Scene.EVERYWHERE);
      }
      int region = guilty.region() == null ? Scene.EVERYWHERE : regions.indexOf(guilty.region());
      int version =
          guilty.version() == null ? Scene.EVERYWHERE : versions.indexOf(guilty.version());
      return new Scene(guilty.service(), region, version);
    }

    private void background() {
      for (int i = draws.poisson(draws.uniform(3, 30)); i > 0; i--) {
        reports.add(new Timed(usual(draws.uniform(0, END_MINUTE)), Rollouts.OTHER));
      }
      for (int burst = draws.below(3); burst > 0; burst--) {
        double at = draws.uniform(0, END_MINUTE - 15);
        List<String> joke = talk.smallTalk(4);
        for (int i = 2 + draws.below(5); i > 0; i--) {
          SimulatedReport report =
              report(draws.uniform(at, at + 12), joke, Rollouts.OTHER, nowhere());
          reports.add(new Timed(report, Rollouts.OTHER));
        }
      }
    }

    private void incident(Scene scene, double onset) {
      int count = draws.poisson(draws.gamma(2, 45) * (1 - Math.exp((onset - END_MINUTE) / 60)) + 4);
      for (int i = 0; i < count; i++) {
        double at =
            onset
                + draws.uniform(0, 1) * 20 * draws.uniform(0, 1)
                + draws.exponential(60 / Math.log(2) / 2);
        if (at >= END_MINUTE) {
          continue;
        }
        boolean outside = scene.topic() == services.size();
        int named = outside ? services.size() : draws.weighted(seenAt[scene.topic()]);
        List<String> words = talk.about(named);
        reports.add(new Timed(report(at, words, named, scene), named));
        double again = at + draws.exponential(4);
        if (draws.chance(0.25) && again < END_MINUTE) {
          reports.add(new Timed(report(again, words, named, nowhere()), Rollouts.OTHER));
        }
      }
    }

    private SimulatedReport usual(double minute) {
      boolean idle = draws.chance(0.4);
      int topic = draws.below(services.size());
      List<String> words = idle ? talk.smallTalk(5) : talk.about(topic);
      return report(minute, words, idle ? Rollouts.OTHER : topic, nowhere());
    }

    private SimulatedReport report(double minute, List<String> words, int topic, Scene scene) {
      boolean named = topic >= 0 && topic < services.size();
      return new SimulatedReport(
          minute,
          words,
          draws.chance(saysRegion) ? place(scene.region(), IN_REGION, regions, usualRegions) : null,
          draws.chance(0.1) ? place(scene.version(), OF_VERSION, versions, usualVersions) : null,
          named && draws.chance(0.1) ? services.get(topic).name() : null);
    }

    private String place(int own, double share, List<String> places, double[] usual) {
      boolean here = own != Scene.EVERYWHERE && draws.chance(share);
      return places.get(here ? own : draws.weighted(usual));
    }

    private Scene nowhere() {
      return new Scene(services.size(), Scene.EVERYWHERE, Scene.EVERYWHERE);
    }

    private SimulatedIncident seen(List<SimulatedChange> changes) {
      List<SimulatedReport> usual = new ArrayList<>();
      for (int i = 0; i < USUAL_REPORTS; i++) {
        usual.add(usual(0));
      }
      double others = reports.stream().filter(timed -> timed.named() == Rollouts.OTHER).count();
      return new SimulatedIncident(
          List.copyOf(services),
          List.copyOf(changes),
          reports.stream().map(Timed::report).toList(),
          END_MINUTE,
          draws.logNormal(Math.max(3, others) / END_MINUTE, 0.4),
          usual);
    }

    private Rollouts hidden() {
      return new Rollouts(
          seenAt,
          regions,
          usualRegions,
          versions,
          usualVersions,
          crowds,
          fastLags,
          reports.stream().map(Timed::named).toList());
    }
  }
}
