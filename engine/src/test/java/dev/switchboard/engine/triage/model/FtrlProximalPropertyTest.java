package dev.switchboard.engine.triage.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dev.switchboard.engine.triage.text.CueLexicon;
import dev.switchboard.engine.triage.text.FeatureExtractor;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class FtrlProximalPropertyTest {
  private static final int BITS = 10;
  private final FeatureExtractor extractor =
      new FeatureExtractor(CueLexicon.parse("HELP en: help"), BITS);

  @Property(tries = 100)
  void aRestoredLearnerContinuesBitForBit(
      @ForAll @Size(min = 2, max = 30)
          List<@AlphaChars @StringLength(min = 1, max = 30) String> texts,
      @ForAll @IntRange(min = 2, max = 5) int classes) {
    FtrlProximal learner = new FtrlProximal(classes, BITS, FtrlSettings.DEFAULT);
    int half = texts.size() / 2;
    learnAll(learner, texts.subList(0, half), classes);

    FtrlProximal restored = FtrlProximal.restore(learner.snapshot());
    assertThat(restored.snapshot()).isEqualTo(learner.snapshot());
    learnAll(learner, texts.subList(half, texts.size()), classes);
    learnAll(restored, texts.subList(half, texts.size()), classes);

    assertThat(restored.snapshot()).isEqualTo(learner.snapshot());
    assertThat(restored.toModel(1).copyWeights()).isEqualTo(learner.toModel(1).copyWeights());
  }

  @Property(tries = 50)
  void aModelReadFromItsBytesWritesTheSameBytes(
      @ForAll @Size(min = 1, max = 20)
          List<@AlphaChars @StringLength(min = 1, max = 30) String> texts,
      @ForAll @IntRange(min = 2, max = 4) int classes) {
    FtrlProximal learner = new FtrlProximal(classes, BITS, FtrlSettings.DEFAULT);
    learnAll(learner, texts, classes);

    byte[] bytes = LinearModelBytes.write(learner.toModel(3));
    LinearModel read = LinearModelBytes.read(bytes);

    assertThat(LinearModelBytes.write(read)).isEqualTo(bytes);
    assertThat(read.version()).isEqualTo(3);
  }

  @Property(tries = 50)
  void scoringIsWhatTheLearnerBelieves(
      @ForAll @AlphaChars @StringLength(min = 1, max = 40) String text,
      @ForAll @IntRange(min = 2, max = 4) int classes) {
    FtrlProximal learner = new FtrlProximal(classes, BITS, FtrlSettings.DEFAULT);
    learnAll(learner, List.of("help me", text, "lovely day", text + " again"), classes);
    double[] believed = new double[classes];
    double[] scored = new double[classes];

    learner.probabilities(extractor.read(text), believed);
    learner.toModel(1).probabilities(extractor.read(text), scored);

    assertThat(Arrays.stream(scored).sum()).isCloseTo(1, offset(1e-9));
    for (int k = 0; k < classes; k++) {
      assertThat(scored[k]).isCloseTo(believed[k], offset(1e-5));
    }
  }

  @Example
  void learnsToTellThreeClassesApart() {
    List<String> texts = List.of("my bag is lost", "flight was late", "the app crashed");
    FtrlProximal learner = new FtrlProximal(3, BITS, FtrlSettings.DEFAULT);
    for (int round = 0; round < 20; round++) {
      learnAll(learner, texts, 3);
    }
    double[] probabilities = new double[3];
    for (int k = 0; k < 3; k++) {
      learner.toModel(1).probabilities(extractor.read(texts.get(k)), probabilities);
      assertThat(probabilities[k]).isGreaterThan(0.8);
    }
  }

  @Example
  void whatNothingWasLearnedAboutStaysAsThePriorHasIt() {
    FtrlProximal teacher = new FtrlProximal(2, BITS, FtrlSettings.DEFAULT);
    learnAll(teacher, List.of("chat", "refund", "chat", "refund"), 2);
    LinearModel prior = teacher.toModel(1);

    assertThat(new FtrlProximal(prior, FtrlSettings.DEFAULT).toModel(2).copyWeights())
        .isEqualTo(prior.copyWeights());
  }

  @Example
  void otherBytesAreRefused() {
    assertThatThrownBy(() -> FtrlProximal.restore(new byte[] {1, 2, 3}))
        .hasMessageContaining("cut off");
    assertThatThrownBy(() -> LinearModelBytes.read(new byte[100]))
        .hasMessageContaining("not a triage model");
  }

  private void learnAll(FtrlProximal learner, List<String> texts, int classes) {
    for (int i = 0; i < texts.size(); i++) {
      learner.learn(extractor.read(texts.get(i)), i % classes, 1);
    }
  }
}
