package dev.switchboard.engine.incident.simulate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The reports of one incident of {@link StagedSimulator}, and those that come anyway. */
final class StagedReports {
  private static final double ECHOES = 0.45;
  private static final double ECHO_MINUTES = 7;
  private static final double SAME_TOPIC = 0.8;
  private static final double IDLE = 0.45;
  private static final int MAX_REPORTS = 400;

  private final Draws draws;
  private final StagedCompany company;
  private final double saysRegion;
  private final double saysVersion;
  private final double saysProduct;

  /** A report and what it names, by {@link Staged#named}. */
  record Timed(SimulatedReport report, int named) {}

  StagedReports(Draws draws, StagedCompany company) {
    this.draws = draws;
    this.company = company;
    saysRegion = draws.uniform(0, 0.6);
    saysVersion = draws.uniform(0, 0.3);
    saysProduct = draws.uniform(0, 0.2);
  }

  /** Self-exciting: each report echoes in .45 others, that mostly are about the same. */
  void background(double perMinute, List<Timed> to) {
    for (int i = draws.poisson(perMinute * StagedSimulator.END_MINUTE); i > 0; i--) {
      chatter(draws.uniform(0, StagedSimulator.END_MINUTE), usualTopic(), to);
    }
  }

  private void chatter(double minute, int topic, List<Timed> to) {
    if (minute >= StagedSimulator.END_MINUTE || to.size() >= MAX_REPORTS) {
      return;
    }
    to.add(new Timed(about(topic, minute, null).report(), Staged.OTHER));
    for (int i = draws.poisson(ECHOES); i > 0; i--) {
      int next = draws.chance(SAME_TOPIC) ? topic : usualTopic();
      chatter(minute + draws.exponential(ECHO_MINUTES), next, to);
    }
  }

  /** Customers are hit more and more while a ramp lasts, and less once it is mended. */
  void incident(Scene scene, List<Integer> failing, double onset, List<Timed> to) {
    double perMinute = 0.1 + draws.gamma(1.5, 0.6);
    double ramp = draws.uniform(0, 40);
    double mended = onset + draws.uniform(30, 240);
    double delay = draws.uniform(1, 12);
    for (double hit = onset; hit < StagedSimulator.END_MINUTE; ) {
      hit += draws.exponential(1 / perMinute);
      double felt = Math.min(1, (hit - onset + 2) / (ramp + 2));
      double left = hit < mended ? 1 : Math.exp((mended - hit) / 20);
      double at = hit + draws.gamma(2, delay);
      if (draws.chance(felt * left) && at < StagedSimulator.END_MINUTE) {
        complaint(scene, failing, at, to);
      }
    }
  }

  private void complaint(Scene scene, List<Integer> failing, double at, List<Timed> to) {
    boolean outside = scene.topic() == company.services().size();
    int topic =
        outside
            ? scene.topic()
            : draws.chance(0.08)
                ? draws.below(company.services().size())
                : draws.weighted(company.seenAt()[failing.get(draws.below(failing.size()))]);
    Timed first = about(topic, at, scene);
    to.add(first);
    double again = at + draws.exponential(ECHO_MINUTES);
    if (draws.chance(0.15) && again < StagedSimulator.END_MINUTE) {
      to.add(new Timed(about(topic, again, null).report(), Staged.OTHER));
    }
  }

  SimulatedReport usual() {
    return about(usualTopic(), 0, null).report();
  }

  private int usualTopic() {
    return draws.chance(IDLE) ? Staged.OTHER : draws.weighted(company.popular());
  }

  private Timed about(int topic, double minute, @Nullable Scene scene) {
    boolean idle = topic == Staged.OTHER;
    MixedTalk.Said said =
        idle ? new MixedTalk.Said(company.talk().smallTalk(), false) : company.talk().about(topic);
    boolean product = said.names() && topic < company.services().size();
    int region = scene == null ? Scene.EVERYWHERE : scene.region();
    int version = scene == null ? Scene.EVERYWHERE : scene.version();
    SimulatedReport report =
        new SimulatedReport(
            minute,
            new ArrayList<>(said.words()),
            draws.chance(saysRegion)
                ? place(
                    region, StagedSimulator.IN_REGION, company.regions(), company.usualRegions())
                : null,
            draws.chance(saysVersion)
                ? place(
                    version,
                    StagedSimulator.OF_VERSION,
                    company.versions(),
                    company.usualVersions())
                : null,
            product && draws.chance(saysProduct) ? company.services().get(topic).name() : null);
    return new Timed(report, said.names() ? topic : Staged.OTHER);
  }

  private String place(int own, double share, List<String> places, double[] usual) {
    boolean here = own != Scene.EVERYWHERE && draws.chance(share);
    return places.get(here ? own : draws.weighted(usual));
  }
}
