package dev.switchboard.engine.triage.classify;

import dev.switchboard.engine.triage.text.FeatureExtractor;
import dev.switchboard.engine.triage.text.Features;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/** Learns a {@link TextClassifier}: one class against the rest, each by two machines blended. */
final class ClassifierTrainer {
  private final ClassifierOptions options;
  private final long seed;
  private final FeatureExtractor extractor;
  private final List<Labelled> texts;
  private final List<String> labels;
  private final int[] classOf;
  private final TrainingListener listener;
  private int learned;

  ClassifierTrainer(
      List<Labelled> texts,
      ClassifierOptions options,
      long seed,
      FeatureExtractor extractor,
      TrainingListener listener) {
    this.listener = listener;
    this.texts = texts;
    this.options = options;
    this.seed = seed;
    this.extractor = extractor;
    this.labels = List.copyOf(new TreeSet<>(texts.stream().map(Labelled::label).toList()));
    if (labels.size() < 2 || labels.size() > TextClassifier.MAX_CLASSES) {
      throw new IllegalArgumentException(
          "the rows hold %d different labels; a classifier needs 2 to %d"
              .formatted(labels.size(), TextClassifier.MAX_CLASSES));
    }
    this.classOf = texts.stream().mapToInt(row -> labels.indexOf(row.label())).toArray();
  }

  List<String> labels() {
    return labels;
  }

  /** The vocabulary of all texts. */
  Vocabulary vocabulary() {
    HashIndex textsWith = new HashIndex();
    for (Labelled row : texts) {
      HashIndex seen = new HashIndex();
      Features features = extractor.read(row.text());
      for (int i = 0; i < features.words(); i++) {
        seen.put(features.wordHash(i), 1);
      }
      for (int i = 0; i < features.chars(); i++) {
        seen.put(features.charHash(i), 1);
      }
      for (int i = 0; i < features.stems(); i++) {
        seen.put(features.stemHash(i), 1);
      }
      for (int hash : seen.hashes()) {
        textsWith.add(hash, 1);
      }
    }
    int scores = scores() + options.hiddenFor(labels.size());
    return Vocabulary.of(
        textsWith, texts.size(), options.minTexts(), ClassifierBytes.maxFeatures(scores));
  }

  private int scores() {
    return labels.size() == 2 ? 1 : labels.size();
  }

  List<SparseRow> rows(Vocabulary vocabulary) {
    return texts.stream().map(row -> SparseRow.of(extractor.read(row.text()), vocabulary)).toList();
  }

  /** What is learned from the rows whose turn is not {@code without}. */
  LearnedWeights weights(List<SparseRow> all, int places, int folds, int without) {
    List<SparseRow> rows = new ArrayList<>();
    int[] classes = new int[all.size()];
    int[] counts = new int[labels.size()];
    for (int i = 0; i < all.size(); i++) {
      if (folds == 0 || fold(i, folds) != without) {
        classes[rows.size()] = classOf[i];
        counts[classOf[i]]++;
        rows.add(all.get(i));
      }
    }
    double[] costs = costs(rows.size(), classes, counts);
    float[][] weights = new float[scores()][];
    for (int k = 0; k < weights.length; k++) {
      boolean[] positive = new boolean[rows.size()];
      for (int i = 0; i < positive.length; i++) {
        positive[i] = classes[i] == (weights.length == 1 ? 1 : k);
      }
      weights[k] = blend(rows, positive, costs, places);
      done();
    }
    int units = options.hiddenFor(labels.size());
    LearnedWeights linear = new LearnedWeights(weights, HiddenLayer.none(labels.size()));
    if (units == 0) {
      return linear;
    }
    LearnedWeights hidden =
        new HiddenLayerTrainer(rows, classes, labels.size(), units, places, seed).learn(this::done);
    return linear.with(hidden.rows(), hidden.hidden());
  }

  private void done() {
    boolean hidden = options.hiddenFor(labels.size()) > 0;
    int once = scores() + (hidden ? HiddenLayerTrainer.ROUNDS : 0);
    listener.learned(++learned, once * (1 + fittedFolds()));
  }

  /** With a hidden layer there are many labels, so texts enough, and one fold does. */
  private int fittedFolds() {
    boolean hidden = options.hiddenFor(labels.size()) > 0;
    int folds = options.calibrationFolds() > texts.size() ? 0 : options.calibrationFolds();
    return hidden ? Math.min(1, folds) : folds;
  }

  /** Fitted on scores of texts by machines that did not learn from them. */
  Calibration calibration(List<SparseRow> rows, int places) {
    if (fittedFolds() == 0) {
      return Calibration.none(labels.size());
    }
    int folds = options.calibrationFolds();
    List<float[]> scores = new ArrayList<>(rows.size());
    int[] heldOut = new int[rows.size()];
    for (int f = 0; f < fittedFolds(); f++) {
      LearnedWeights weights = weights(rows, places, folds, f);
      for (int i = 0; i < rows.size(); i++) {
        if (fold(i, folds) == f) {
          heldOut[scores.size()] = classOf[i];
          scores.add(score(rows.get(i), weights, places));
        }
      }
    }
    return Calibration.fit(scores, Arrays.copyOf(heldOut, scores.size()), labels.size());
  }

  private float[] score(SparseRow row, LearnedWeights learnedWeights, int places) {
    float[][] weights = learnedWeights.rows();
    float[] scores = new float[Math.max(labels.size(), weights.length)];
    for (int k = 0; k < weights.length; k++) {
      float sum = weights[k][places];
      for (int i = 0; i < row.places().length; i++) {
        sum += weights[k][row.places()[i]] * row.values()[i];
      }
      scores[weights.length == 1 ? 1 : k] = sum;
    }
    learnedWeights.hidden().apply(scores);
    return scores;
  }

  private double[] costs(int rows, int[] classes, int[] counts) {
    double strength = options.strengthFor(labels.size());
    double[] costs = new double[rows];
    for (int i = 0; i < rows; i++) {
      double weight = options.balanced() ? (double) rows / labels.size() / counts[classes[i]] : 1;
      costs[i] = strength * weight;
    }
    return costs;
  }

  private float[] blend(List<SparseRow> rows, boolean[] positive, double[] costs, int places) {
    double share = options.ratioShare();
    double[] blended = new double[places + 1];
    if (share < 1) {
      double[] plain = DualCoordinateDescent.learn(rows, positive, costs, places, seed);
      for (int i = 0; i <= places; i++) {
        blended[i] += (1 - share) * plain[i];
      }
    }
    if (share > 0) {
      float[] scales = LogCountRatio.scales(rows, positive, places);
      List<SparseRow> scaled = rows.stream().map(row -> row.scaled(scales)).toList();
      double[] byRatio = DualCoordinateDescent.learn(scaled, positive, costs, places, seed);
      for (int i = 0; i <= places; i++) {
        blended[i] += share * byRatio[i] * (i < places ? scales[i] : 1);
      }
    }
    float[] weights = new float[places + 1];
    for (int i = 0; i <= places; i++) {
      weights[i] = (float) blended[i];
    }
    return weights;
  }

  /** Rows are dealt out by a hash of their number and the seed, not in turns: files are sorted. */
  private int fold(int row, int folds) {
    long mixed = (seed + row) * 0x9E3779B97F4A7C15L;
    mixed ^= mixed >>> 32;
    return (int) Long.remainderUnsigned(mixed * 0xD6E8FEB86659FD93L, folds);
  }
}
