package dev.switchboard.engine.incident.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DetectorTest {
  private static final double LATER = 500;

  @Test
  void twoQuietWeeksAreNoIncident() {
    assertThat(new Reported().quiet(0, 336, 1).words()).isEmpty();
  }

  @Test
  void tenCustomersWithinHalfAnHourAreAnIncident() {
    Reported reported = new Reported().quiet(0, 336, 1).customers(10, 340, 340.5, 77);
    assertThat(reported.words()).startsWith("opened 1");
    assertThat(reported.decisions.getFirst())
        .isInstanceOfSatisfying(
            IncidentDecision.Opened.class,
            opened -> {
              Finding finding = opened.finding();
              assertThat(finding.stream()).isEqualTo(new Evidence.Group(77));
              assertThat(finding.seen()).isBetween(5, 8);
              assertThat(finding.expected()).isLessThan(1);
              assertThat(finding.groups()).containsExactly(77L);
              assertThat(finding.falseShare()).isEqualTo(0.05);
              assertThat(finding.onset()).isBetween(finding.onsetFrom(), finding.onsetTo());
              assertThat(Duration.between(finding.onset(), Reported.hour(340)).abs())
                  .isLessThan(Duration.ofMinutes(10));
            });
  }

  @Test
  void fewerCustomersThanAskedForOpenNothing() {
    DetectionSettings settings = DetectionSettings.DEFAULT.withMinCustomers(12);
    Reported reported = new Reported(settings).quiet(0, 336, 1).customers(11, 340, 340.2, 77);
    assertThat(reported.words()).isEmpty();
    assertThat(reported.customers(3, 340.2, 340.25, 77).words()).startsWith("opened 1");
  }

  @Test
  void anIncidentGrowsDecaysClosesAndComesBackUnderItsName() {
    Reported reported =
        new Reported()
            .quiet(0, 336, 1)
            .customers(40, 340, 341, 77)
            .advance(342)
            .advance(343)
            .advance(344)
            .advance(347.5)
            .customers(12, 350, 350.5, 77);
    assertThat(reported.words().stream().distinct().toList())
        .containsExactly("opened 1", "grew 1", "decayed 1", "closed 1", "reopened 1");
  }

  @Test
  void whatComesBackMuchLaterIsAnother() {
    Reported reported =
        new Reported()
            .quiet(0, 336, 1)
            .customers(20, 340, 340.5, 77)
            .advance(343)
            .advance(347)
            .quiet(348, LATER, 2)
            .customers(20, LATER, LATER + 0.5, 77);
    assertThat(reported.words()).contains("opened 1", "closed 1", "opened 2");
  }

  @Test
  void aShowerOfRetweetsIsOneReport() {
    Reported reported = new Reported().quiet(0, 336, 1).report(340, "first", 77);
    for (int i = 0; i < 200; i++) {
      reported.report(340 + i / 400.0, "fan " + i, 77, true);
    }
    assertThat(reported.words()).isEmpty();
  }

  @Test
  void aJokeOfWhichAFewArePutDownAsReportsPagesNobody() {
    Reported reported = new Reported().quiet(0, 336, 1);
    for (int i = 0; i < 8; i++) {
      reported.report(340 + i / 4.0, "misread " + i, 77);
      for (int chatter = 0; chatter < 15; chatter++) {
        reported.detector.noise(
            new Evidence.Group(77), 1, Reported.hour(340 + i / 4.0 + chatter / 100.0));
      }
    }
    assertThat(reported.words()).isEmpty();
  }

  @Test
  void noiseAsksForMoreCustomersButCannotHideAnIncident() {
    Reported reported = new Reported().quiet(0, 336, 1).report(340, "first", 77);
    for (int i = 0; i < 500; i++) {
      reported.report(340, "fan " + i, 77, true);
    }
    assertThat(reported.customers(30, 340.01, 340.5, 77).words()).startsWith("opened 1");
  }

  @Test
  void aSurgeOverAllGroupsIsOneIncidentOfVolume() {
    Reported reported = new Reported().quiet(0, 336, 1);
    for (int i = 0; i < 60; i++) {
      reported.report(340 + i / 60.0, "surge " + i, 1 + i % 30);
    }
    assertThat(reported.words().stream().filter(word -> word.startsWith("opened")))
        .containsExactly("opened 1");
    assertThat(((IncidentDecision.Opened) reported.decisions.getFirst()).finding().stream())
        .isEqualTo(Evidence.VOLUME);
  }

  @Test
  void oneCauseToldInOtherWordsByEachIsATheme() {
    Detector detector = new Detector("northwind", DetectionSettings.DEFAULT);
    List<String> decided = new java.util.ArrayList<>();
    long post = 0;
    java.util.SplittableRandom random = new java.util.SplittableRandom(3);
    for (double at = 0; at < 336; at -= Math.log(1 - random.nextDouble()) / 3) {
      List<Evidence> words = new java.util.ArrayList<>();
      for (int i = 0; i < 6; i++) {
        Evidence word = new Evidence.Term("w" + (int) (400 * Math.pow(random.nextDouble(), 2)));
        if (!words.contains(word)) {
          words.add(word);
        }
      }
      detector
          .on(said(++post, at, words), Reported.hour(at))
          .forEach(d -> decided.add(d.toString()));
    }
    assertThat(decided).isEmpty();
    List<IncidentDecision> after = new java.util.ArrayList<>();
    for (int i = 0; i < 14; i++) {
      double at = 340 + i / 30.0;
      // Each says three of eight words, so that no word is said by all.
      List<Evidence> words =
          List.of(
              new Evidence.Term("s" + i % 8),
              new Evidence.Term("s" + (i + 3) % 8),
              new Evidence.Term("s" + (i + 5) % 8),
              new Evidence.Term("w" + 10 * i));
      after.addAll(detector.on(said(++post, at, words), Reported.hour(at)));
    }
    assertThat(after).first().isInstanceOf(IncidentDecision.Opened.class);
    assertThat(((IncidentDecision.Opened) after.getFirst()).finding().stream().kind())
        .isEqualTo(EvidenceKind.THEME);
  }

  private static GroupedReport said(long post, double hour, List<Evidence> words) {
    return new GroupedReport(
        "northwind", post, "customer " + post, Reported.hour(hour), false, words);
  }

  @Test
  void anotherBrandsReportIsRefused() {
    Detector detector = new Detector("northwind", DetectionSettings.DEFAULT);
    GroupedReport other = new GroupedReport("southwind", 1, "a", Reported.MONDAY, false, List.of());
    assertThatThrownBy(() -> detector.on(other, Reported.MONDAY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("southwind")
        .hasMessageContaining("northwind");
  }

  @Test
  void aSnapshotThatIsNoneIsRefused() {
    byte[] whole = new Reported().quiet(0, 24, 1).detector.snapshot();
    byte[] cut = java.util.Arrays.copyOf(whole, whole.length / 2);
    assertThatThrownBy(() -> Detector.restore("northwind", DetectionSettings.DEFAULT, cut))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cut off");
    assertThatThrownBy(() -> Detector.restore("southwind", DetectionSettings.DEFAULT, whole))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("northwind");
  }

  @Test
  void silentStreamsAreForgotten() {
    Reported reported = new Reported();
    for (int i = 0; i < 2_000; i++) {
      reported.report(i, "customer " + i, i);
    }
    double kept = DetectionSettings.DEFAULT.forgetAfterHours();
    assertThat(reported.detector.streams.size()).isLessThan((int) kept + 20);
  }
}
