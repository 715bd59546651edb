package dev.switchboard.engine.incident.simulate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fourth simulation, of another kind than the other three and with an exact posterior; nothing is
 * tuned on it.
 *
 * <ul>
 *   <li>5–20 services; each but the first depends on one or two built before it, most on the
 *       oldest. Customers hardly see half of them. Talk is {@link SeasonalTalk}'s.
 *   <li>Changes come in the last 14 hours, three times as often in five hours of work; one in four
 *       is in one region and says so; versions are never said. The lag is {@link SeasonalLag}'s.
 *   <li>Reports come by {@link SeasonalRate}; one in seven is repeated word by word by somebody
 *       else within minutes.
 *   <li>Two incidents in three have a cause among 1–18 changes, the others none among 0–18; 30 % of
 *       these are matters outside the map.
 * </ul>
 *
 * Deterministic for a seed; thread-safe.
 */
public final class SeasonalSimulator {
  static final List<String> KINDS = LogNormalSimulator.KINDS;
  static final double END_MINUTE = 240;
  static final double FIRST_ONSET = 90;
  static final double LAST_ONSET = 220;
  static final int MAX_CHANGES = 18;
  static final double CAUSED = 2.0 / 3;
  static final double OUTSIDE = 0.3;
  static final double UNCAUSED_IN_ONE_REGION = 0.3;
  static final double IN_REGION = 0.9;
  static final double SMALL_TALK = 0.5;
  static final double RIGHT_PRODUCT = 0.9;
  static final double[] KIND_WEIGHTS = {1, 1, 0.7, 0.3, 0.8};

  private static final double[] KIND_SHARES = {0.4, 0.25, 0.1, 0.15, 0.1};
  private static final double[] DURATIONS = {15, 2, 6, 0, 20};
  private static final double FIRST_CHANGE = -600;
  private static final double BUSY_MINUTES = 300;
  private static final double BUSY = 3;
  private static final double IN_ONE_REGION = 0.25;
  private static final double REPEATED = 1.0 / 7;
  private static final double REPEAT_MINUTES = 5;
  private static final int MIN_REPORTS = 8;
  private static final int USUAL_REPORTS = 300;

  /** The incident of this seed. */
  public Drawn<Seasonal> draw(long seed) {
    Draws draws = new Draws(seed);
    while (true) {
      Drawn<Seasonal> drawn = new Attempt(draws).draw();
      long late = drawn.seen().reports().stream().filter(r -> r.minute() >= FIRST_ONSET).count();
      if (late >= MIN_REPORTS) {
        return drawn;
      }
    }
  }

  /** The density of an innocent change's start, per minute. */
  static double innocentDensity(double start, double busyFrom) {
    boolean busy = start >= busyFrom && start < busyFrom + BUSY_MINUTES;
    double all = END_MINUTE - FIRST_CHANGE + (BUSY - 1) * BUSY_MINUTES;
    return (busy ? BUSY : 1) / all;
  }

  /** One try at an incident. */
  private static final class Attempt {
    private final Draws draws;
    private final Seasonal company;
    private final List<SimulatedService> services = new ArrayList<>();
    private final double saysRegion;
    private final double saysProduct;

    Attempt(Draws draws) {
      this.draws = draws;
      int count = 5 + draws.below(16);
      SeasonalTalk talk = new SeasonalTalk(draws, count + 1);
      List<String> regions = List.of("first", "second", "third").subList(0, 2 + draws.below(2));
      for (int i = 0; i < count; i++) {
        services.add(new SimulatedService(talk.name(i), needs(i), talk.listed(i), regions));
      }
      saysRegion = draws.uniform(0, 0.7);
      saysProduct = draws.uniform(0, 0.3);
      company =
          new Seasonal(
              talk,
              seenAt(count),
              regions,
              draws.shares(regions.size()),
              SeasonalLag.draw(draws, count),
              SeasonalRate.draw(draws),
              draws.uniform(FIRST_CHANGE, END_MINUTE - BUSY_MINUTES),
              draws.uniform(0.02, 0.15));
    }

    private List<Integer> needs(int service) {
      List<Integer> needs = new ArrayList<>();
      for (int d = service == 0 ? 0 : 1 + draws.below(2); d > 0; d--) {
        int other = (int) (service * draws.uniform(0, 1) * draws.uniform(0, 1));
        if (!needs.contains(other)) {
          needs.add(other);
        }
      }
      return needs;
    }

    private double[][] seenAt(int count) {
      double fall = draws.uniform(0.2, 0.7);
      double[] exposure = new double[count];
      for (int i = 0; i < count; i++) {
        exposure[i] = draws.chance(0.5) ? 1 : 0.05;
      }
      double[][] seenAt = new double[count][];
      for (int i = 0; i < count; i++) {
        seenAt[i] = Spread.shares(services, i, fall, exposure);
      }
      return seenAt;
    }

    Drawn<Seasonal> draw() {
      boolean caused = draws.chance(CAUSED);
      int count = caused ? 1 + draws.below(MAX_CHANGES) : draws.below(MAX_CHANGES + 1);
      List<SimulatedChange> changes = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        changes.add(change());
      }
      double onset = draws.uniform(FIRST_ONSET, LAST_ONSET);
      int cause = Drawn.NONE;
      Scene scene = byItself();
      if (caused) {
        cause = draws.weighted(changes.stream().mapToDouble(SeasonalSimulator::weight).toArray());
        SimulatedChange guilty = changes.get(cause);
        scene = new Scene(guilty.service(), place(guilty.region()), Scene.EVERYWHERE);
        changes.set(cause, startedAt(guilty, onset - company.lag().draw(draws, guilty)));
      }
      List<SimulatedReport> usual = new ArrayList<>();
      for (int i = 0; i < USUAL_REPORTS; i++) {
        usual.add(usual(0));
      }
      SimulatedIncident seen =
          new SimulatedIncident(
              services,
              changes,
              reports(scene, onset),
              END_MINUTE,
              draws.logNormal(company.rate().usualPerMinute(), 0.3),
              usual);
      return new Drawn<>(seen, cause, onset, company);
    }

    private SimulatedChange change() {
      int kind = draws.weighted(KIND_SHARES);
      int service = draws.below(services.size());
      double start;
      do {
        start = draws.uniform(FIRST_CHANGE, END_MINUTE);
      } while (!draws.chance(innocentDensity(start, company.busyFrom()) * 1000 / BUSY));
      boolean somewhere = draws.chance(IN_ONE_REGION);
      String region = company.regions().get(draws.below(company.regions().size()));
      return new SimulatedChange(
          KINDS.get(kind),
          service,
          draws.chance(0.7) ? "production" : null,
          somewhere ? region : null,
          null,
          start,
          start + draws.exponential(1) * DURATIONS[kind],
          KINDS.get(kind) + " of " + services.get(service).name());
    }

    private static SimulatedChange startedAt(SimulatedChange c, double start) {
      Double finish = c.finishMinute() == null ? null : c.finishMinute() - c.startMinute() + start;
      return new SimulatedChange(
          c.kind(), c.service(), c.environment(), c.region(), null, start, finish, c.summary());
    }

    private int place(@Nullable String region) {
      return region == null ? Scene.EVERYWHERE : company.regions().indexOf(region);
    }

    private Scene byItself() {
      int topic = draws.chance(OUTSIDE) ? services.size() : draws.below(services.size());
      boolean somewhere = draws.chance(UNCAUSED_IN_ONE_REGION);
      int region = somewhere ? draws.below(company.regions().size()) : Scene.EVERYWHERE;
      return new Scene(topic, region, Scene.EVERYWHERE);
    }

    private List<SimulatedReport> reports(Scene scene, double onset) {
      List<SimulatedReport> reports = new ArrayList<>();
      SeasonalRate rate = company.rate();
      double mostUsual = rate.most(rate.usualPerMinute());
      for (int i = draws.poisson(mostUsual * END_MINUTE); i > 0; i--) {
        double at = draws.uniform(0, END_MINUTE);
        if (draws.chance(rate.usual(at) / mostUsual)) {
          add(usual(at), reports);
        }
      }
      double most = rate.most(rate.hitPerMinute());
      for (int i = draws.poisson(most * (END_MINUTE - onset)); i > 0; i--) {
        double at = draws.uniform(onset, END_MINUTE);
        if (draws.chance(rate.incident(at, onset) / most)) {
          int topic = draws.weighted(company.topicsOf(scene.topic()));
          add(report(at, topic, scene.region(), true), reports);
        }
      }
      reports.sort(Comparator.comparingDouble(SimulatedReport::minute));
      return reports;
    }

    private void add(SimulatedReport report, List<SimulatedReport> to) {
      to.add(report);
      double again = report.minute() + draws.exponential(REPEAT_MINUTES);
      if (draws.chance(REPEATED) && again < END_MINUTE) {
        to.add(new SimulatedReport(again, report.words(), null, null, null));
      }
    }

    private SimulatedReport usual(double minute) {
      int topic = draws.chance(SMALL_TALK) ? -1 : draws.below(services.size());
      return report(minute, topic, Scene.EVERYWHERE, false);
    }

    private SimulatedReport report(double minute, int topic, int region, boolean ofIncident) {
      boolean here = region != Scene.EVERYWHERE && draws.chance(IN_REGION);
      int from = here ? region : draws.weighted(company.usualRegions());
      boolean right = topic >= 0 && topic < services.size() && draws.chance(RIGHT_PRODUCT);
      int product = right ? topic : draws.below(services.size());
      return new SimulatedReport(
          minute,
          company.talk().about(topic, ofIncident),
          draws.chance(saysRegion) ? company.regions().get(from) : null,
          null,
          draws.chance(saysProduct) ? services.get(product).name() : null);
    }
  }

  /** How readily a change is picked as the cause. */
  static double weight(SimulatedChange change) {
    return KIND_WEIGHTS[KINDS.indexOf(change.kind())];
  }
}
