package dev.switchboard.engine.incident.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds of every stream of reports. */
class DetectorPropertyTest {
  private static final String BRAND = "northwind";

  /** Two days of reports: background, repeated authors, copies, and two bursts. */
  private static List<GroupedReport> reports(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<GroupedReport> reports = new ArrayList<>();
    double burst = 20 + 20 * random.nextDouble();
    for (double at = 0; at < 48; ) {
      boolean inBurst = at > burst && at < burst + 0.5;
      at -= Math.log(1 - random.nextDouble()) / (inBurst ? 40 : 4);
      long group = inBurst ? 99 : 1 + random.nextInt(12);
      List<Evidence> evidence = new ArrayList<>();
      evidence.add(new Evidence.Group(group));
      evidence.add(new Evidence.About("topic " + group % 4));
      for (int word = 0; word < 4; word++) {
        Evidence term = new Evidence.Term("w" + group % 7 + "-" + random.nextInt(9));
        if (!evidence.contains(term)) {
          evidence.add(term);
        }
      }
      reports.add(
          new GroupedReport(
              BRAND,
              reports.size(),
              "customer " + random.nextInt(500),
              Reported.hour(at),
              random.nextInt(8) == 0,
              evidence));
    }
    return reports;
  }

  @Property(tries = 25)
  void restoredInTheMiddleItDecidesTheSame(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 100) int percent) {
    List<GroupedReport> reports = reports(seed);
    int cut = reports.size() * percent / 100;
    Detector whole = new Detector(BRAND, DetectionSettings.DEFAULT);
    Detector before = new Detector(BRAND, DetectionSettings.DEFAULT);
    List<IncidentDecision> expected = new ArrayList<>();
    List<IncidentDecision> decided = new ArrayList<>();
    reports.forEach(report -> expected.addAll(whole.on(report, report.at())));
    reports.subList(0, cut).forEach(report -> decided.addAll(before.on(report, report.at())));
    Detector after = Detector.restore(BRAND, DetectionSettings.DEFAULT, before.snapshot());
    reports
        .subList(cut, reports.size())
        .forEach(report -> decided.addAll(after.on(report, report.at())));
    assertThat(decided).isEqualTo(expected);
    assertThat(after.snapshot()).isEqualTo(whole.snapshot());
  }

  @Property(tries = 25)
  void oneAuthorAloneNeverOpensAnIncident(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 500) int posts) {
    SplittableRandom random = new SplittableRandom(seed);
    Reported reported = new Reported().quiet(0, 100, 5);
    for (int i = 0; i < posts; i++) {
      reported.report(100 + i * random.nextDouble() / 100, "the same", 77);
    }
    assertThat(reported.words()).isEmpty();
  }

  /** Copies are no evidence: none open anything sooner, and many ask for more customers. */
  @Property(tries = 25)
  void copiesNeverOpenAnythingSooner(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 5) int copies) {
    int without = openedAt(0, seed);
    int with = openedAt(copies, seed);
    if (copies == 0) {
      assertThat(with).isEqualTo(without);
    } else {
      assertThat(with).isGreaterThanOrEqualTo(without);
    }
  }

  /** After how many customers an incident opens, when each is copied so often. */
  private static int openedAt(int copies, long seed) {
    Reported reported = new Reported().quiet(0, 100, seed);
    for (int customer = 1; customer <= 60; customer++) {
      double at = 100 + customer / 60.0;
      reported.report(at, "teller " + customer, 77);
      for (int copy = 0; copy < copies; copy++) {
        reported.report(at, "fan " + customer + " " + copy, 77, true);
      }
      if (!reported.words().isEmpty()) {
        return customer;
      }
    }
    return Integer.MAX_VALUE;
  }
}
