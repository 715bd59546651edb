package dev.switchboard.engine.triage.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dev.switchboard.engine.triage.classify.Evaluation.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  private static final List<String> LABELS = List.of("chat", "help");

  @Test
  void sumsUpFourPostsByHand() {
    Evaluation sum =
        Evaluation.of(
            List.of(
                said("help", 0.9f), said("help", 0.4f), said("chat", 0.2f), said("chat", 0.7f)));

    assertThat(sum.accuracy()).isEqualTo(0.5);
    assertThat(sum.macroF1()).isEqualTo(0.5);
    assertThat(sum.auc()).isEqualTo(0.75);
    assertThat(sum.classes())
        .containsExactly(
            new Evaluation.ClassResult("chat", 2, 2, 0.5, 0.5, 0.5),
            new Evaluation.ClassResult("help", 2, 2, 0.5, 0.5, 0.5));
  }

  @Test
  void aClassThatWasOnlyPredictedCountsAsMissed() {
    Evaluation sum = Evaluation.of(List.of(said("chat", 0.1f), said("chat", 0.9f)));

    assertThat(sum.macroF1()).isCloseTo(1 / 3.0, offset(1e-9));
    assertThat(sum.auc()).isNull();
  }

  @Test
  void nothingCannotBeEvaluated() {
    assertThatThrownBy(() -> Evaluation.of(List.of())).hasMessageContaining("no rows");
  }

  @Test
  void tiesCountHalfInTheRocArea() {
    assertThat(RocArea.of(new double[] {1, 1, 0}, new boolean[] {true, false, false}))
        .isEqualTo(0.75);
  }

  @Test
  void probabilitiesThatAreAlwaysTooHighByATenthAreOffByATenth() {
    int n = 30_000;
    double[] said = new double[n];
    boolean[] happened = new boolean[n];
    Random random = new Random(3);
    for (int i = 0; i < n; i++) {
      double truth = 0.1 + 0.7 * random.nextDouble();
      said[i] = truth + 0.1;
      happened[i] = random.nextDouble() < truth;
    }
    assertThat(CalibrationError.of(said, happened)).isCloseTo(0.1, offset(0.01));
    assertThat(CalibrationError.ofPerfect(said, 10, random)).isLessThan(0.02);
  }

  @Test
  void aFittedScaleMakesScoresMeanWhatTheySay() {
    Random random = new Random(4);
    float[][] scores = new float[4_000][];
    int[] labels = new int[scores.length];
    for (int i = 0; i < scores.length; i++) {
      float score = (float) random.nextGaussian();
      scores[i] = new float[] {0, score};
      labels[i] = random.nextDouble() < 1 / (1 + Math.exp(1 - 3 * score)) ? 1 : 0;
    }
    Calibration fitted = Calibration.fit(Arrays.asList(scores), labels, 2);

    assertThat(fitted.slope()).isCloseTo(3, offset(0.3f));
    assertThat(fitted.offsets()[1] - fitted.offsets()[0]).isCloseTo(-1, offset(0.2f));
  }

  private static Outcome said(String truth, float help) {
    String label = help >= 0.5f ? "help" : "chat";
    float own = help >= 0.5f ? help : 1 - help;
    return new Outcome(truth, new Prediction(label, own, LABELS, List.of(1 - help, help)));
  }
}
