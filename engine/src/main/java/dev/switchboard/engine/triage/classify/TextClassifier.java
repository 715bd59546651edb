package dev.switchboard.engine.triage.classify;

import dev.switchboard.engine.triage.ExtractorPool;
import dev.switchboard.engine.triage.ShippedModel;
import dev.switchboard.engine.triage.text.FeatureExtractor;
import dev.switchboard.engine.triage.text.Features;
import java.util.ArrayList;
import java.util.List;

/**
 * Texts to labels, by scores over words, pairs of words, character n-grams, pairs of stems, and the
 * cues and topics that come with the program. Immutable; any thread may ask. Scoring a text takes
 * time in proportion to its length times the number of labels.
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
  private final LearnedWeights learned;
  private final float[][] weights;
  private final Calibration calibration;
  private final WeightTable table;

  TextClassifier(
      List<String> labels, Vocabulary vocabulary, LearnedWeights learned, Calibration calibration) {
    this.labels = List.copyOf(labels);
    this.vocabulary = vocabulary;
    this.learned = learned;
    this.weights = learned.rows();
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
    return train(texts, options, seed, (_, _) -> {});
  }

  /** The same, and tells how far it is. */
  public static TextClassifier train(
      Iterable<Labelled> texts, ClassifierOptions options, long seed, TrainingListener listener) {
    List<Labelled> rows = new ArrayList<>();
    for (Labelled row : texts) {
      if (rows.size() == MAX_TEXTS) {
        throw new IllegalArgumentException(
            "more than %d texts; take a sample of them".formatted(MAX_TEXTS));
      }
      rows.add(row);
    }
    ClassifierTrainer trainer = new ClassifierTrainer(rows, options, seed, extractor(), listener);
    Vocabulary vocabulary = trainer.vocabulary();
    List<SparseRow> sparse = trainer.rows(vocabulary);
    int places = vocabulary.places();
    return new TextClassifier(
        trainer.labels(),
        vocabulary,
        trainer.weights(sparse, places, 0, 0).rounded(),
        trainer.calibration(sparse, places));
  }

  /** All labels, in alphabetical order. */
  public List<String> labels() {
    return labels;
  }

  /** How many hashed features it knows. */
  public int features() {
    return vocabulary.hashes().length;
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
    float[] scores = scores(features);
    int best = best(scores);
    double[] probabilities = new double[labels.size()];
    for (int k = 0; k < probabilities.length; k++) {
      probabilities[k] = scores[k];
    }
    calibration.apply(probabilities);
    List<Float> shares = new ArrayList<>(labels.size());
    for (double probability : probabilities) {
      shares.add((float) probability);
    }
    return new Prediction(labels.get(best), (float) probabilities[best], labels, shares);
  }

  /**
   * The score of each label, for features that were read with topics and stems. Allocates nothing:
   * the scores stand in a buffer of the features and hold until the features are read or scored
   * again; the buffer may be longer than {@link #labels}.
   */
  public float[] scores(Features features) {
    float[] scores = features.scores(2 * Math.max(labels.size(), table.scores()));
    table.score(features, scores);
    if (table.scores() == 1) {
      scores[1] = scores[0];
      scores[0] = 0;
    }
    learned.hidden().apply(scores);
    return scores;
  }

  /** The number of the label that scores highest, the first of equals. */
  public int best(float[] scores) {
    int best = 0;
    for (int k = 1; k < labels.size(); k++) {
      best = scores[k] > scores[best] ? k : best;
    }
    return best;
  }

  /** The probability of a label by its number, 0 to 1. */
  public float probability(float[] scores, int label) {
    return (float) calibration.share(scores, label);
  }

  /** How much a strength speaks for some labels against the others, by its place in a model. */
  public float strengthPull(int place, boolean[] forLabels) {
    return pull(place, forLabels) * SparseRow.STRENGTH_SCALE * calibration.slope();
  }

  /** The same for the word features from and to these numbers. */
  public float wordPull(Features features, boolean[] forLabels, int from, int to) {
    return pull(features.wordHashes(), features.words(), forLabels, from, to);
  }

  /** The same for character features. */
  public float charPull(Features features, boolean[] forLabels, int from, int to) {
    return pull(features.charHashes(), features.chars(), forLabels, from, to);
  }

  private float pull(int[] hashes, int count, boolean[] forLabels, int from, int to) {
    double squares = 0;
    for (int i = 0; i < count; i++) {
      int place = vocabulary.find(hashes[i]);
      squares += place < 0 ? 0 : vocabulary.rarity(place) * vocabulary.rarity(place);
    }
    double sum = 0;
    for (int i = from; i < to; i++) {
      int place = vocabulary.find(hashes[i]);
      sum += place < 0 ? 0 : pull(place, forLabels) * vocabulary.rarity(place);
    }
    return squares == 0
        ? 0
        : (float) (sum * SparseRow.VIEW_LENGTH / Math.sqrt(squares) * calibration.slope());
  }

  /** The mean weight towards these labels less the mean weight towards the others. */
  private float pull(int place, boolean[] forLabels) {
    if (weights.length == 1) {
      return forLabels[1] ? weights[0][place] : -weights[0][place];
    }
    float there = 0;
    float here = 0;
    int count = 0;
    for (int k = 0; k < forLabels.length; k++) {
      there += forLabels[k] ? weights[k][place] : 0;
      here += forLabels[k] ? 0 : weights[k][place];
      count += forLabels[k] ? 1 : 0;
    }
    return there / Math.max(1, count) - here / Math.max(1, forLabels.length - count);
  }

  /** The classifier as bytes, under 64 MB; {@link #fromBytes} gives back the very same. */
  public byte[] toBytes() {
    return ClassifierBytes.write(labels, vocabulary, learned, calibration);
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
