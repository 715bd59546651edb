package dev.switchboard.engine.incident.simulate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A third simulation, of another kind than {@link LogNormalSimulator} and {@link RolloutSimulator};
 * settings may be chosen on it.
 *
 * <ul>
 *   <li>A {@link StagedCompany}, whose map is wrong here and there. Talk is {@link MixedTalk}'s.
 *   <li>Changes leave with one of up to four release trains (half of them) or at any time of 14
 *       hours; one in four touches a second service, of which its summary tells half the time. The
 *       lag is {@link StagedLag}'s. One start in seven is noted in full five minutes, too early.
 *   <li>Once customers are hit, people answer in 35 %: one or two alerts, outages and rollbacks of
 *       what fails, 1–30 minutes after the onset. They are changes, too, and innocent.
 *   <li>Reports that come anyway excite more of their kind (.45 each); reports of the incident
 *       start slowly over up to 40 minutes, come a gamma delay late, and fade once it is mended.
 *   <li>A change is in one region in 35 %, a deploy of one version in 50 %; each says so in 60 %.
 *   <li>Two incidents in three have a cause among 1–17 changes, the others none among 0–17; 40 % of
 *       these are matters outside the map. Answers come on top.
 * </ul>
 *
 * Deterministic for a seed; thread-safe.
 */
public final class StagedSimulator {
  static final double END_MINUTE = 240;
  static final int MAX_CHANGES = 17;
  static final double IN_REGION = 0.8;
  static final double OF_VERSION = 0.75;
  static final double ONE_REGION = 0.35;
  static final double ONE_VERSION = 0.5;
  static final double SAID = 0.6;
  static final double OUTSIDE = 0.4;
  static final double FIRST_CHANGE = -600;
  static final double ON_TRAIN = 0.5;
  static final double TRAIN_MINUTES = 8;
  static final List<String> KINDS = LogNormalSimulator.KINDS;
  static final double[] KIND_WEIGHTS = {1, 0.8, 0.5, 0.3, 1};

  private static final double[] KIND_SHARES = {0.5, 0.25, 0.1, 0.1, 0.05};
  private static final double[] BITES = {8, 3, 5, 4, 2};
  private static final double[] DURATIONS = {30, 12, 6, 0, 0};
  private static final double FIRST_ONSET = 80;
  private static final double LAST_ONSET = 220;
  private static final int MIN_REPORTS = 8;
  private static final int USUAL_REPORTS = 300;

  /** The incident of this seed. */
  public Drawn<Staged> draw(long seed) {
    Draws draws = new Draws(seed);
    while (true) {
      Drawn<Staged> drawn = new Attempt(draws).draw();
      long late = drawn.seen().reports().stream().filter(r -> r.minute() > FIRST_ONSET).count();
      if (late >= MIN_REPORTS) {
        return drawn;
      }
    }
  }

  /** The density of an innocent change's true start, per minute. */
  static double innocentDensity(double start, double[] trains) {
    double left = 0;
    for (double train : trains) {
      double late = start - train;
      left += late < 0 ? 0 : Math.exp(-late / TRAIN_MINUTES) / TRAIN_MINUTES / trains.length;
    }
    return ON_TRAIN * left + (1 - ON_TRAIN) / (END_MINUTE - FIRST_CHANGE);
  }

  /** A change with what is true of it and not said. */
  private record Full(
      SimulatedChange said, Scene scene, List<Integer> touched, double start, boolean symptom) {}

  /** One try at an incident. */
  private static final class Attempt {
    private final Draws draws;
    private final StagedCompany company;
    private final double[] trains;
    private final double[] bites = new double[KINDS.size()];

    Attempt(Draws draws) {
      this.draws = draws;
      company = StagedCompany.draw(draws);
      trains = new double[1 + draws.below(4)];
      for (int i = 0; i < trains.length; i++) {
        trains[i] = draws.uniform(-120, END_MINUTE - 10);
      }
      for (int i = 0; i < bites.length; i++) {
        bites[i] = draws.logNormal(BITES[i], 0.4);
      }
    }

    Drawn<Staged> draw() {
      boolean caused = draws.chance(2.0 / 3);
      int count = caused ? 1 + draws.below(MAX_CHANGES) : draws.below(MAX_CHANGES + 1);
      List<Full> changes = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        changes.add(innocent());
      }
      double onset = draws.uniform(FIRST_ONSET, LAST_ONSET);
      int cause = Drawn.NONE;
      Scene scene = byItself();
      List<Integer> failing = List.of(scene.topic());
      if (caused) {
        cause = draws.weighted(changes.stream().mapToDouble(each -> weight(each.said())).toArray());
        Full guilty = changes.get(cause);
        scene = guilty.scene();
        failing = guilty.touched();
        changes.set(cause, at(guilty, onset - lag(guilty.said())));
      }
      answers(failing.getFirst(), onset, changes);
      List<StagedReports.Timed> reports = new ArrayList<>();
      StagedReports drawing = new StagedReports(draws, company);
      double usual = draws.uniform(0.01, 0.12);
      drawing.background(usual, reports);
      drawing.incident(scene, failing, onset, reports);
      reports.sort(Comparator.comparingDouble(timed -> timed.report().minute()));
      return new Drawn<>(
          seen(changes, reports, drawing, usual), cause, onset, hidden(changes, reports));
    }

    private Full innocent() {
      int kind = draws.weighted(KIND_SHARES);
      int service = draws.below(company.services().size());
      int second = draws.chance(0.25) ? draws.below(company.services().size()) : service;
      double start =
          draws.chance(ON_TRAIN)
              ? trains[draws.below(trains.length)] + draws.exponential(TRAIN_MINUTES)
              : draws.uniform(FIRST_CHANGE, END_MINUTE);
      int region =
          draws.chance(ONE_REGION) ? draws.below(company.regions().size()) : Scene.EVERYWHERE;
      int version =
          kind == 0 && draws.chance(ONE_VERSION)
              ? draws.below(company.versions().size())
              : Scene.EVERYWHERE;
      String summary = KINDS.get(kind) + " " + name(service);
      boolean tells = second != service && draws.chance(0.5);
      SimulatedChange said =
          new SimulatedChange(
              KINDS.get(kind),
              service,
              draws.chance(0.6) ? "production" : null,
              region >= 0 && draws.chance(SAID) ? company.regions().get(region) : null,
              version >= 0 && draws.chance(SAID) ? company.versions().get(version) : null,
              start,
              start + Math.min(120, draws.exponential(DURATIONS[kind])),
              tells ? summary + " and " + name(second) : summary);
      List<Integer> touched = second == service ? List.of(service) : List.of(service, second);
      return at(new Full(said, new Scene(service, region, version), touched, start, false), start);
    }

    private String name(int service) {
      return company.services().get(service).name();
    }

    /** The same change at another time; one note in seven is of full five minutes. */
    private Full at(Full full, double start) {
      SimulatedChange c = full.said();
      double noted = draws.chance(1.0 / 7) ? 5 * Math.floor(start / 5) : start;
      SimulatedChange said =
          new SimulatedChange(
              c.kind(),
              c.service(),
              c.environment(),
              c.region(),
              c.version(),
              noted,
              noted + duration(c),
              c.summary());
      return new Full(said, full.scene(), full.touched(), start, full.symptom());
    }

    private double lag(SimulatedChange change) {
      return StagedLag.draw(draws, duration(change), bites[KINDS.indexOf(change.kind())]);
    }

    /** What people and monitors do about it. */
    private void answers(int topic, double onset, List<Full> changes) {
      if (topic == company.services().size() || !draws.chance(0.35)) {
        return;
      }
      for (int i = 1 + draws.below(2); i > 0; i--) {
        double start = onset + draws.uniform(1, 30);
        String kind = KINDS.get(2 + draws.below(3));
        if (start < END_MINUTE) {
          SimulatedChange said =
              new SimulatedChange(
                  kind, topic, "production", null, null, start, null, kind + " " + name(topic));
          Scene everywhere = new Scene(topic, Scene.EVERYWHERE, Scene.EVERYWHERE);
          changes.add(new Full(said, everywhere, List.of(topic), start, true));
        }
      }
    }

    private Scene byItself() {
      int services = company.services().size();
      int topic = draws.chance(OUTSIDE) ? services : draws.below(services);
      int region = draws.chance(0.25) ? draws.below(company.regions().size()) : Scene.EVERYWHERE;
      return new Scene(topic, region, Scene.EVERYWHERE);
    }

    private SimulatedIncident seen(
        List<Full> changes,
        List<StagedReports.Timed> reports,
        StagedReports drawing,
        double usualPerMinute) {
      List<SimulatedReport> usual = new ArrayList<>();
      for (int i = 0; i < USUAL_REPORTS; i++) {
        usual.add(drawing.usual());
      }
      return new SimulatedIncident(
          company.services(),
          changes.stream().map(Full::said).toList(),
          reports.stream().map(StagedReports.Timed::report).toList(),
          END_MINUTE,
          draws.logNormal(1.8 * usualPerMinute, 0.5),
          usual);
    }

    private Staged hidden(List<Full> changes, List<StagedReports.Timed> reports) {
      return new Staged(
          company.seenAt(),
          changes.stream().map(Full::touched).toList(),
          changes.stream().map(Full::start).toList(),
          changes.stream().map(Full::symptom).toList(),
          trains,
          bites,
          company.regions(),
          company.usualRegions(),
          company.versions(),
          company.usualVersions(),
          reports.stream().map(StagedReports.Timed::named).toList());
    }
  }

  /** How readily a change is picked as the cause. */
  static double weight(SimulatedChange change) {
    return KIND_WEIGHTS[KINDS.indexOf(change.kind())];
  }

  static double duration(SimulatedChange change) {
    @Nullable Double finish = change.finishMinute();
    return finish == null ? 0 : finish - change.startMinute();
  }
}
