package dev.switchboard.engine.incident.simulate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Draws incidents by this model, each in a {@link Company} of its own.
 *
 * <ul>
 *   <li>Clock: reports are seen in minutes 0 to 240. The onset is uniform in 100 to 225.
 *   <li>Two incidents in three have a cause among 1–20 changes, one in three has none among 0–20.
 *   <li>Changes: kind, service (a quarter repeats the one before), environment (28 % not said, 12 %
 *       staging), region (40 % in one region, of which a quarter does not say so), version (half of
 *       deploys and rollbacks, 30 % don't say). Drawn alike, then the cause is picked by {@link
 *       #causeWeight}.
 *   <li>Times of innocents: 40 % uniform in minutes 60 to 240, else 240 minus an exponential of
 *       mean 480. The cause starts a log-normal lag before the onset: medians by kind 2–9 minutes,
 *       scattered by company (σ .35) and service (σ .4), σ of the lag .6 to 1.1 by kind.
 *   <li>Reports that come anyway are Poisson, .02–.25 a minute; half of them are small talk, the
 *       others about a random service.
 *   <li>Reports of the incident: customers are hit at a constant rate (.15 plus a Gamma of mean .6)
 *       from the onset on and report after an exponential delay of mean 2–15 minutes.
 *   <li>Words: 2 plus Poisson(5), each from the report's topic (15–50 %) or common. The topic is
 *       the failing service or one that depends on it, less likely each step away; 2–20 % of
 *       reports name a random service instead.
 *   <li>Marks: region, version and product are said by a drawn share of reports (down to none).
 *       Within a change's region are 93 % of reports, of its version 85 %; else as usual. Products
 *       are names of services, right in 80 %.
 *   <li>Without a cause: 60 % a random service fails, 40 % a matter outside the map; in 35 % in one
 *       region.
 *   <li>An incident is drawn anew until it has 8 reports after minute 100, which depends on nothing
 *       that is not seen.
 * </ul>
 *
 * Deterministic for a seed; thread-safe.
 */
public final class LogNormalSimulator {
  static final List<String> KINDS = List.of("deploy", "flag", "rollback", "alert", "outage");
  static final double END_MINUTE = 240;
  static final double FIRST_ONSET = 100;
  static final double LAST_ONSET = 225;
  static final double CAUSED = 2.0 / 3;
  static final int MAX_CHANGES = 20;
  static final double IN_REGION = 0.93;
  static final double OF_VERSION = 0.85;
  static final double RIGHT_PRODUCT = 0.8;
  static final double ONE_REGION = 0.4;
  static final double REGION_SAID = 0.75;
  static final double ONE_VERSION = 0.5;
  static final double VERSION_SAID = 0.7;
  static final double UNCAUSED_OUTSIDE = 0.4;
  static final double UNCAUSED_IN_ONE_REGION = 0.35;

  private static final int MIN_REPORTS = 8;
  private static final int USUAL_REPORTS = 300;
  private static final double[] KIND_SHARES = {0.45, 0.2, 0.08, 0.17, 0.1};
  private static final double[] KIND_WEIGHTS = {1, 1, 0.5, 0.6, 2};
  private static final double[] LAG_MEDIANS = {9, 4, 6, 3, 2};
  private static final double RECENT_SHARE = 0.4;
  private static final double RECENT_FROM = 60;
  private static final double OLD_MEAN = 480;

  /** A change with what it does not say. */
  private record Full(SimulatedChange said, Scene scene) {}

  /** The incident of this seed. */
  public Drawn<Parameters> draw(long seed) {
    Draws draws = new Draws(seed);
    while (true) {
      Drawn<Parameters> drawn = attempt(draws);
      long late = drawn.seen().reports().stream().filter(r -> r.minute() >= FIRST_ONSET).count();
      if (late >= MIN_REPORTS) {
        return drawn;
      }
    }
  }

  private static Drawn<Parameters> attempt(Draws draws) {
    Parameters parameters = parameters(draws);
    boolean caused = draws.chance(CAUSED);
    int count = caused ? 1 + draws.below(MAX_CHANGES) : draws.below(MAX_CHANGES + 1);
    List<Full> changes = changes(draws, parameters.company(), count);
    double onset = draws.uniform(FIRST_ONSET, LAST_ONSET);
    int cause = Drawn.NONE;
    Scene scene = uncaused(draws, parameters.company());
    if (caused) {
      cause = draws.weighted(changes.stream().mapToDouble(c -> causeWeight(c.said())).toArray());
      Full guilty = changes.get(cause);
      scene = guilty.scene();
      changes.set(
          cause, new Full(startedAt(guilty.said(), onset - lag(draws, parameters, guilty)), scene));
    }
    SimulatedIncident seen =
        new SimulatedIncident(
            parameters.company().services(),
            changes.stream().map(Full::said).toList(),
            reports(draws, parameters, scene, onset),
            END_MINUTE,
            draws.gamma(30, parameters.usualRate()),
            usual(draws, parameters));
    return new Drawn<>(seen, cause, onset, parameters);
  }

  private static Parameters parameters(Draws draws) {
    Company company = new CompanyDraw(draws).company();
    List<Double> medians = new ArrayList<>();
    List<Double> sigmas = new ArrayList<>();
    for (double median : LAG_MEDIANS) {
      medians.add(draws.logNormal(median, 0.35));
      sigmas.add(draws.uniform(0.6, 1.1));
    }
    double[] serviceLags = new double[company.services().size()];
    for (int i = 0; i < serviceLags.length; i++) {
      serviceLags[i] = draws.logNormal(1, 0.4);
    }
    return new Parameters(
        company,
        medians,
        sigmas,
        serviceLags,
        draws.uniform(0.02, 0.25),
        0.15 + draws.gamma(2, 0.6),
        draws.uniform(2, 15),
        draws.uniform(0.15, 0.5),
        draws.uniform(0.02, 0.2),
        new Parameters.Shown(draws.uniform(0, 0.9), draws.uniform(0, 0.5), draws.uniform(0, 0.4)));
  }

  private static double lag(Draws draws, Parameters parameters, Full change) {
    int kind = KINDS.indexOf(change.said().kind());
    return draws.logNormal(
        parameters.lagMedians().get(kind) * parameters.serviceLags()[change.said().service()],
        parameters.lagSigmas().get(kind));
  }

  private static List<Full> changes(Draws draws, Company company, int count) {
    List<Full> changes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean again = i > 0 && draws.chance(0.25);
      int service =
          again ? changes.get(i - 1).said().service() : draws.below(company.services().size());
      changes.add(change(draws, company, service));
    }
    return changes;
  }

  private static Full change(Draws draws, Company company, int service) {
    String kind = KINDS.get(draws.weighted(KIND_SHARES));
    List<String> runsIn = company.services().get(service).regions();
    String region = draws.chance(ONE_REGION) ? runsIn.get(draws.below(runsIn.size())) : null;
    boolean versioned = hasVersion(kind) && draws.chance(ONE_VERSION);
    int version = versioned ? draws.below(company.versions().size()) : Scene.EVERYWHERE;
    double start = innocentStart(draws);
    SimulatedChange said =
        new SimulatedChange(
            kind,
            service,
            draws.chance(0.28) ? null : draws.chance(1.0 / 6) ? "staging" : "production",
            draws.chance(REGION_SAID) ? region : null,
            versioned && draws.chance(VERSION_SAID) ? company.versions().get(version) : null,
            start,
            draws.chance(0.6) ? start + draws.exponential(4) : null,
            kind + " of " + company.services().get(service).name());
    int place = region == null ? Scene.EVERYWHERE : company.regions().indexOf(region);
    return new Full(said, new Scene(service, place, version));
  }

  static boolean hasVersion(String kind) {
    return kind.equals("deploy") || kind.equals("rollback");
  }

  /** How readily a change is picked as the cause, before any time is drawn. */
  static double causeWeight(SimulatedChange change) {
    String environment = change.environment();
    double where = environment == null ? 0.9 : environment.equals("staging") ? 0.02 : 1;
    return where * KIND_WEIGHTS[KINDS.indexOf(change.kind())];
  }

  private static double innocentStart(Draws draws) {
    return draws.chance(RECENT_SHARE)
        ? draws.uniform(RECENT_FROM, END_MINUTE)
        : END_MINUTE - draws.exponential(OLD_MEAN);
  }

  /** The density of an innocent change's start, per minute. */
  static double innocentDensity(double start) {
    double recent = start >= RECENT_FROM ? RECENT_SHARE / (END_MINUTE - RECENT_FROM) : 0;
    return recent + (1 - RECENT_SHARE) * Math.exp((start - END_MINUTE) / OLD_MEAN) / OLD_MEAN;
  }

  private static SimulatedChange startedAt(SimulatedChange c, double start) {
    Double finish = c.finishMinute() == null ? null : c.finishMinute() - c.startMinute() + start;
    return new SimulatedChange(
        c.kind(),
        c.service(),
        c.environment(),
        c.region(),
        c.version(),
        start,
        finish,
        c.summary());
  }

  private static Scene uncaused(Draws draws, Company company) {
    int topic =
        draws.chance(UNCAUSED_OUTSIDE) ? company.outside() : draws.below(company.services().size());
    int region =
        draws.chance(UNCAUSED_IN_ONE_REGION)
            ? draws.below(company.regions().size())
            : Scene.EVERYWHERE;
    return new Scene(topic, region, Scene.EVERYWHERE);
  }

  private static List<SimulatedReport> reports(
      Draws draws, Parameters parameters, Scene scene, double onset) {
    ReportDraw reporting = new ReportDraw(draws, parameters);
    List<SimulatedReport> reports = new ArrayList<>();
    for (int i = draws.poisson(parameters.usualRate() * END_MINUTE); i > 0; i--) {
      reports.add(reporting.usual(draws.uniform(0, END_MINUTE)));
    }
    for (int i = draws.poisson(parameters.hitRate() * (END_MINUTE - onset)); i > 0; i--) {
      double hit = draws.uniform(onset, END_MINUTE);
      double at = hit + draws.exponential(parameters.delayMinutes());
      if (at < END_MINUTE) {
        reports.add(reporting.of(scene, at));
      }
    }
    reports.sort(Comparator.comparingDouble(SimulatedReport::minute));
    return reports;
  }

  private static List<SimulatedReport> usual(Draws draws, Parameters parameters) {
    ReportDraw reporting = new ReportDraw(draws, parameters);
    List<SimulatedReport> usual = new ArrayList<>();
    for (int i = 0; i < USUAL_REPORTS; i++) {
      usual.add(reporting.usual(0));
    }
    return usual;
  }

  /** Draws what one report says. */
  private record ReportDraw(Draws draws, Parameters parameters) {
    SimulatedReport usual(double minute) {
      return report(
          minute,
          draws.weighted(parameters.usualTopics()),
          new Scene(0, Scene.EVERYWHERE, Scene.EVERYWHERE));
    }

    SimulatedReport of(Scene scene, double minute) {
      return report(minute, draws.weighted(parameters.topicsOf(scene.topic())), scene);
    }

    private SimulatedReport report(double minute, int topic, Scene scene) {
      Company company = parameters.company();
      Parameters.Shown shown = parameters.shown();
      int region = place(scene.region(), IN_REGION, company.usualRegions());
      int version = place(scene.version(), OF_VERSION, company.usualVersions());
      return new SimulatedReport(
          minute,
          words(topic),
          draws.chance(shown.region()) ? company.regions().get(region) : null,
          draws.chance(shown.version()) ? company.versions().get(version) : null,
          product(topic, shown.product()));
    }

    private int place(int own, double share, double[] usual) {
      return own != Scene.EVERYWHERE && draws.chance(share) ? own : draws.weighted(usual);
    }

    private List<String> words(int topic) {
      Company company = parameters.company();
      List<String> words = new ArrayList<>();
      for (int i = 2 + draws.poisson(5); i > 0; i--) {
        boolean own = draws.chance(parameters.topicShare());
        words.add(pick(own ? topic : company.smallTalk()));
      }
      return words;
    }

    private String pick(int topic) {
      double at = draws.uniform(0, 1);
      String last = "";
      for (var entry : parameters.company().topicWords().get(topic).entrySet()) {
        last = entry.getKey();
        at -= entry.getValue();
        if (at < 0) {
          break;
        }
      }
      return last;
    }

    private @Nullable String product(int topic, double share) {
      List<SimulatedService> services = parameters.company().services();
      if (!draws.chance(share)) {
        return null;
      }
      boolean right = topic < services.size() && draws.chance(RIGHT_PRODUCT);
      return services.get(right ? topic : draws.below(services.size())).name();
    }
  }
}
