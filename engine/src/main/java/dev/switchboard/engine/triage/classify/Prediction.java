package dev.switchboard.engine.triage.classify;

import java.util.List;

/**
 * What a classifier says of one text.
 *
 * @param label the class that scores highest when rare classes count as much as common ones
 * @param probability that the label is right, 0 to 1; another label may be likelier where classes
 *     are uneven
 * @param labels all classes, in the classifier's order
 * @param probabilities of each of them, summing to 1
 */
public record Prediction(
    String label, float probability, List<String> labels, List<Float> probabilities) {
  /** The probability of a class; 0 if the classifier does not know it. */
  public float probabilityOf(String ofLabel) {
    int at = labels.indexOf(ofLabel);
    return at < 0 ? 0 : probabilities.get(at);
  }
}
