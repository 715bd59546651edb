package dev.switchboard.engine.triage.classify;

/**
 * How a classifier learns. The defaults were chosen by cross-validation inside the training parts
 * of four tasks and are meant for all (docs/evaluation.md).
 *
 * @param strength how hard the training texts pull (C of a support vector machine), above 0; {@link
 *     #AUTOMATIC} takes 0.1, and more in proportion beyond eight classes, where each class has only
 *     a small part of the texts
 * @param ratioShare how much of the model is learned on features scaled by their log-count ratio, 0
 *     to 1
 * @param minTexts a hashed feature must be in this many texts, 1 or more
 * @param balanced whether rare classes count as much as common ones
 * @param calibrationFolds probabilities are fitted on scores of texts held out in this many folds,
 *     2 to 10; 0 leaves them as they come
 * @param hiddenUnits size of a hidden layer that is blended in where there are more than {@value
 *     #FEW_LABELS} labels, which a person could hardly tell apart by single words; 0 for none
 */
public record ClassifierOptions(
    float strength,
    float ratioShare,
    int minTexts,
    boolean balanced,
    int calibrationFolds,
    int hiddenUnits) {
  /** Up to so many labels there is no hidden layer. */
  static final int FEW_LABELS = 16;

  static final int MAX_HIDDEN_UNITS = 512;

  /** Let the number of classes decide. */
  public static final float AUTOMATIC = 0;

  public static final ClassifierOptions DEFAULT =
      new ClassifierOptions(AUTOMATIC, 0.5f, 2, true, 3, 128);

  private static final int MAX_FOLDS = 10;

  public ClassifierOptions {
    if (!(strength >= 0) || !(ratioShare >= 0 && ratioShare <= 1) || minTexts < 1) {
      throw new IllegalArgumentException(
          "strength must be 0 or more, ratioShare 0 to 1, minTexts 1 or more: %s, %s, %d"
              .formatted(strength, ratioShare, minTexts));
    }
    if (hiddenUnits < 0 || hiddenUnits > MAX_HIDDEN_UNITS) {
      throw new IllegalArgumentException(
          "hiddenUnits must be 0 to %d, not %d".formatted(MAX_HIDDEN_UNITS, hiddenUnits));
    }
    if (calibrationFolds < 0 || calibrationFolds == 1 || calibrationFolds > MAX_FOLDS) {
      throw new IllegalArgumentException(
          "calibrationFolds must be 0 or 2 to 10, not " + calibrationFolds);
    }
  }

  /** How many hidden units there are for so many labels. */
  int hiddenFor(int labels) {
    return labels > FEW_LABELS ? hiddenUnits : 0;
  }

  /** The same, without fitted probabilities: for those who only want labels. */
  public ClassifierOptions uncalibrated() {
    return new ClassifierOptions(strength, ratioShare, minTexts, balanced, 0, hiddenUnits);
  }

  double strengthFor(int classes) {
    return strength == AUTOMATIC ? 0.1 * Math.max(1, classes / 8.0) : strength;
  }
}
