package dev.switchboard.engine.triage.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class TextClassifierTest {
  private static final List<Labelled> BAGS_FLIGHTS_APPS = sample();

  @Example
  void tellsWhatPostsAreAboutThatItNeverSaw() {
    TextClassifier classifier =
        TextClassifier.train(BAGS_FLIGHTS_APPS, ClassifierOptions.DEFAULT, 1);

    assertThat(classifier.labels()).containsExactly("app", "bag", "flight");
    assertThat(classifier.predict("where has my suitcase gone, bag lost again").label())
        .isEqualTo("bag");
    assertThat(classifier.predict("flights delayed for hours").label()).isEqualTo("flight");
    Prediction app = classifier.predict("the app will not open");
    assertThat(app.label()).isEqualTo("app");
    assertThat(app.probability()).isEqualTo(app.probabilityOf("app")).isGreaterThan(0.4f);
    assertThat(app.probabilityOf("train")).isZero();
  }

  @Property(tries = 20)
  void whatIsReadFromItsBytesIsTheVerySame(
      @ForAll @Size(min = 4, max = 40) List<@IntRange(max = 199) Integer> picks,
      @ForAll @IntRange(min = 2, max = 4) int classes,
      @ForAll long seed) {
    List<Labelled> rows = rows(picks, classes);
    TextClassifier learned = TextClassifier.train(rows, ClassifierOptions.DEFAULT, seed);
    TextClassifier again = TextClassifier.train(rows, ClassifierOptions.DEFAULT, seed);

    TextClassifier read = TextClassifier.fromBytes(learned.toBytes());

    assertThat(again.toBytes()).isEqualTo(learned.toBytes());
    assertThat(read.toBytes()).isEqualTo(learned.toBytes());
    for (Labelled row : rows) {
      assertThat(read.predict(row.text())).isEqualTo(learned.predict(row.text()));
    }
  }

  @Example
  void manyLabelsGetAHiddenLayerAndAreStillLearnedTheSameWayTwice() {
    List<Labelled> rows = new ArrayList<>();
    for (int i = 0; i < 20 * 8; i++) {
      int one = i % 20 / 5;
      int other = i % 5;
      rows.add(new Labelled("left" + one + " right" + other + " x" + i % 7, one + "-" + other));
    }
    TextClassifier learned = TextClassifier.train(rows, ClassifierOptions.DEFAULT, 3);
    TextClassifier again = TextClassifier.train(rows, ClassifierOptions.DEFAULT, 3);
    TextClassifier read = TextClassifier.fromBytes(learned.toBytes());

    assertThat(again.toBytes()).isEqualTo(learned.toBytes());
    assertThat(read.toBytes()).isEqualTo(learned.toBytes());
    assertThat(read.predict("left3 right4")).isEqualTo(learned.predict("left3 right4"));
    assertThat(Evaluation.of(read, rows).accuracy()).isGreaterThan(0.95);
    assertThat(TextClassifier.train(rows, ClassifierOptions.DEFAULT, 4).toBytes())
        .isNotEqualTo(learned.toBytes());
  }

  @Property(tries = 200)
  void everyTextGetsProbabilitiesThatSumToOne(@ForAll String text) {
    Prediction said = SHARED.predict(text);

    assertThat(said.probabilities()).allSatisfy(p -> assertThat(p).isBetween(0f, 1f));
    assertThat(said.probabilities().stream().mapToDouble(p -> p).sum()).isCloseTo(1, offset(1e-5));
  }

  @Example
  void oneLabelAloneIsRefusedInWords() {
    List<Labelled> rows = List.of(new Labelled("a", "x"), new Labelled("b", "x"));

    assertThatThrownBy(() -> TextClassifier.train(rows, ClassifierOptions.DEFAULT, 1))
        .hasMessageContaining("1 different labels");
  }

  @Example
  void bytesThatAreNoClassifierAreRefused() {
    byte[] whole = SHARED.toBytes();

    assertThatThrownBy(() -> TextClassifier.fromBytes(new byte[100]))
        .hasMessageContaining("not a classifier");
    assertThatThrownBy(() -> TextClassifier.fromBytes(Arrays.copyOf(whole, whole.length / 2)))
        .hasMessageContaining("cut off");
    byte[] otherCues = whole.clone();
    otherCues[8] ^= 1;
    assertThatThrownBy(() -> TextClassifier.fromBytes(otherCues))
        .hasMessageContaining("train it again");
  }

  private static final TextClassifier SHARED =
      TextClassifier.train(BAGS_FLIGHTS_APPS, ClassifierOptions.DEFAULT, 1);

  private static List<Labelled> rows(List<Integer> picks, int classes) {
    List<Labelled> rows = new ArrayList<>();
    for (int i = 0; i < picks.size(); i++) {
      String text = "word" + picks.get(i) + " and word" + picks.get(i) / 7 + " again";
      rows.add(new Labelled(text, "class" + i % classes));
    }
    return rows;
  }

  private static List<Labelled> sample() {
    String[] bag = {
      "my bag is lost", "suitcase lost again", "still no bag", "bags missing in Oslo"
    };
    String[] flight = {"flight delayed", "delayed for hours", "no flight home", "flight is late"};
    String[] app = {"the app crashes", "app will not open", "cannot log in to the app", "app down"};
    List<Labelled> rows = new ArrayList<>();
    for (int i = 0; i < bag.length; i++) {
      rows.add(new Labelled(bag[i], "bag"));
      rows.add(new Labelled(flight[i], "flight"));
      rows.add(new Labelled(app[i], "app"));
    }
    return rows;
  }
}
