package dev.switchboard.engine.triage.classify;

import dev.switchboard.engine.triage.ExtractorPool;
import dev.switchboard.engine.triage.ShippedModel;
import dev.switchboard.engine.triage.text.FeatureExtractor;
import dev.switchboard.engine.triage.text.Features;
import java.util.ArrayList;
import java.util.List;

/**
 * Texts to labels, by linear scores over words, pairs of words, character n-grams, pairs of stems,
 * and the cues and topics that come with the program. Immutable; any thread may ask. Scoring a text
 * takes time in proportion to its length times the number of labels.
 */
public final class TextClassifier {
  /** More labels than this are no list that a person could choose from. */
  public static final int MAX_CLASSES = 1_024;

  /** Learning holds all texts in memory, about 4 kB each. */
  public static final int MAX_TEXTS = 500_000;

  private static final int UNUSED_BITS = 8;
  private static final ExtractorPool EXTRACTORS = new ExtractorPool(TextClassifier::extractor);

  private final List<String> labels;
  private final Vocabulary vocabulary;
  private final float[][] weights;
  private final Calibration calibration;
  private final WeightTable table;

  TextClassifier(
      List<String> labels, Vocabulary vocabulary, float[][] weights, Calibration calibration) {
    this.labels = List.copyOf(labels);
    this.vocabulary = vocabulary;
    this.weights = weights;
    this.calibration = calibration;
    this.table = new WeightTable(vocabulary, weights);
  }

  /**
   * Learns from labelled texts. The same texts in the same order with the same options and seed
   * give the same classifier, bit for bit.
   *
   * @throws IllegalArgumentException if there are fewer than two labels, or too many labels or
   *     texts
   */
  public static TextClassifier train(
      Iterable<Labelled> texts, ClassifierOptions options, long seed) {
    List<Labelled> rows = new ArrayList<>();
    for (Labelled row : texts) {
      if (rows.size() == MAX_TEXTS) {
        throw new IllegalArgumentException(
            "more than %d texts; take a sample of them".formatted(MAX_TEXTS));
      }
      rows.add(row);
    }
    ClassifierTrainer trainer = new ClassifierTrainer(rows, options, seed, extractor());
    Vocabulary vocabulary = trainer.vocabulary();
    List<SparseRow> sparse = trainer.rows(vocabulary);
    int places = vocabulary.places();
    return new TextClassifier(
        trainer.labels(),
        vocabulary,
        WeightSteps.rounded(trainer.weights(sparse, places, 0, 0)),
        trainer.calibration(sparse, places));
  }

  /** All labels, in alphabetical order. */
  public List<String> labels() {
    return labels;
  }

  /** What this text is, with the probability of each label. */
  public Prediction predict(String text) {
    FeatureExtractor extractor = EXTRACTORS.take();
    try {
      return predict(extractor.read(text));
    } finally {
      EXTRACTORS.giveBack(extractor);
    }
  }

  /** The same for features that were read with topics and stems. */
  Prediction predict(Features features) {
    float[] scores = new float[labels.size()];
    double[] probabilities = new double[labels.size()];
    int best = probabilities(features, scores, new float[labels.size()], probabilities);
    List<Float> shares = new ArrayList<>(labels.size());
    for (double probability : probabilities) {
      shares.add((float) probability);
    }
    return new Prediction(labels.get(best), (float) probabilities[best], labels, shares);
  }

  /**
   * Writes the probability of each label and allocates nothing; all three arrays are as long as
   * {@link #labels}, and {@code scratch} is zero before and after.
   *
   * @return the number of the label that scores highest
   */
  public int probabilities(
      Features features, float[] scores, float[] scratch, double[] probabilities) {
    table.score(features, scores, scratch);
    if (table.scores() == 1) {
      scores[1] = scores[0];
      scores[0] = 0;
    }
    int best = 0;
    for (int k = 0; k < probabilities.length; k++) {
      probabilities[k] = scores[k];
      best = scores[k] > scores[best] ? k : best;
    }
    calibration.apply(probabilities);
    return best;
  }

  /** The classifier as bytes, under 64 MB; {@link #fromBytes} gives back the very same. */
  public byte[] toBytes() {
    return ClassifierBytes.write(labels, vocabulary, weights, calibration);
  }

  /**
   * The classifier that the bytes hold.
   *
   * @throws IllegalArgumentException if they hold none, or one that was learned with other cues
   */
  public static TextClassifier fromBytes(byte[] bytes) {
    return ClassifierBytes.read(bytes);
  }

  private static FeatureExtractor extractor() {
    return new FeatureExtractor(ShippedModel.lexicon(), ShippedModel.topics(), UNUSED_BITS);
  }
}
