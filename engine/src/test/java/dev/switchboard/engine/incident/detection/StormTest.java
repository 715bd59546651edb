package dev.switchboard.engine.incident.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bad day: the whole volume is an incident, and within it something else may break. */
class StormTest {
  private static final double BEGINS = 340;
  private static final double ENDS = 346;
  private static final double PER_HOUR = 240;

  private final List<IncidentDecision.Opened> opened = new ArrayList<>();
  private Detector detector = new Detector("northwind", DetectionSettings.DEFAULT);
  private long post;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whatAStormIsMadeOfOpensNothingBesideIt(long seed) {
    play(seed, Double.POSITIVE_INFINITY, 0);
    assertThat(opened).isNotEmpty();
    assertThat(opened).allMatch(each -> Reported.hour(BEGINS + 1.5).isAfter(each.at()));
    assertThat(opened).hasSizeLessThanOrEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whatGrowsBeyondAStormIsAnIncidentOfItsOwnAndSaysSo(long seed) {
    double breaks = BEGINS + 3;
    play(seed, breaks, 0.15);
    List<IncidentDecision.Opened> later =
        opened.stream().filter(each -> each.at().isAfter(Reported.hour(breaks))).toList();
    assertThat(later).hasSize(1);
    Finding finding = later.getFirst().finding();
    assertThat(finding.terms()).contains("confirm");
    assertThat(finding.onset()).isBetween(Reported.hour(breaks - 0.2), Reported.hour(breaks + 0.2));
    assertThat(Optional.ofNullable(finding.during()))
        .hasValueSatisfying(
            during -> {
              assertThat(during.incident()).isEqualTo(1);
              assertThat(during.settled()).isBetween(Reported.hour(BEGINS), Reported.hour(breaks));
            });
  }

  @Test
  void restoredInTheMidstOfAStormItDecidesTheSame() {
    play(7, BEGINS + 3, 0.15);
    List<IncidentDecision.Opened> whole = List.copyOf(opened);
    opened.clear();
    detector = new Detector("northwind", DetectionSettings.DEFAULT);
    post = 0;
    restartAt = BEGINS + 2.5;
    play(7, BEGINS + 3, 0.15);
    assertThat(opened).isEqualTo(whole);
  }

  private double restartAt = Double.POSITIVE_INFINITY;

  /** Two weeks, then six hours of a storm in which from some hour on a share is about one thing. */
  private void play(long seed, double breaks, double share) {
    SplittableRandom random = new SplittableRandom(seed);
    double at = 0;
    while (at < ENDS) {
      boolean storm = at >= BEGINS;
      at -= Math.log(1 - random.nextDouble()) / (storm ? PER_HOUR : 6);
      boolean broken = at >= breaks && random.nextDouble() < share;
      report(at, broken ? broken(random) : storm ? stormy(random) : ordinary(random));
      if (at > restartAt) {
        detector = Detector.restore("northwind", DetectionSettings.DEFAULT, detector.snapshot());
        restartAt = Double.POSITIVE_INFINITY;
      }
    }
  }

  private void report(double at, List<Evidence> evidence) {
    GroupedReport report =
        new GroupedReport(
            "northwind", ++post, "customer " + post, Reported.hour(at), false, evidence);
    for (IncidentDecision decision : detector.on(report, report.at())) {
      if (decision instanceof IncidentDecision.Opened open) {
        opened.add(open);
      }
    }
  }

  private static List<Evidence> ordinary(SplittableRandom random) {
    return words(random, "usual", 60, "refund");
  }

  private static List<Evidence> stormy(SplittableRandom random) {
    return random.nextInt(4) == 0
        ? ordinary(random)
        : words(random, "snow", 40, random.nextInt(3) == 0 ? "cancelled" : "stranded");
  }

  private static List<Evidence> broken(SplittableRandom random) {
    List<Evidence> words = words(random, "snow", 40, "confirm");
    if (random.nextBoolean()) {
      words.add(new Evidence.Term("rebook"));
    }
    return words;
  }

  private static List<Evidence> words(SplittableRandom random, String about, int of, String first) {
    List<Evidence> words = new ArrayList<>();
    words.add(new Evidence.Term(first));
    for (int i = 0; i < 4; i++) {
      Evidence word = new Evidence.Term(about + random.nextInt(of));
      if (!words.contains(word)) {
        words.add(word);
      }
    }
    return words;
  }
}
