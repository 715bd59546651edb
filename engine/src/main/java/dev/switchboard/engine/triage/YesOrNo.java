package dev.switchboard.engine.triage;

import dev.switchboard.engine.triage.classify.TextClassifier;
import dev.switchboard.engine.triage.text.Features;
import java.util.Collection;

/** A classifier of which some labels mean yes. Immutable; any thread may ask. */
public final class YesOrNo {
  private final TextClassifier classifier;
  private final boolean[] yes;

  /**
   * Reads a classifier's labels as yes and no.
   *
   * @param yesLabels those that mean yes
   * @throws IllegalArgumentException if one of them is no label, or if none or all mean yes
   */
  public YesOrNo(TextClassifier classifier, Collection<String> yesLabels) {
    this.classifier = classifier;
    this.yes = new boolean[classifier.labels().size()];
    for (String label : yesLabels) {
      int at = classifier.labels().indexOf(label);
      if (at < 0) {
        throw new IllegalArgumentException(
            "\"%s\" is no label of the model; there are %s".formatted(label, classifier.labels()));
      }
      yes[at] = true;
    }
    int count = 0;
    for (boolean is : yes) {
      count += is ? 1 : 0;
    }
    if (count == 0 || count == yes.length) {
      throw new IllegalArgumentException(
          "some labels must mean yes and some no; there are " + classifier.labels());
    }
  }

  /** The probability of yes, 0 to 1. */
  double probability(Features features) {
    float[] scores = classifier.scores(features);
    double sum = 0;
    for (int k = 0; k < yes.length; k++) {
      sum += yes[k] ? classifier.probability(scores, k) : 0;
    }
    return Math.min(1, sum);
  }

  /** How much a strength speaks for yes. */
  float pull(int strengthPlace) {
    return classifier.strengthPull(strengthPlace, yes);
  }

  /** How much the word and character features from and to these numbers speak for yes. */
  float pull(Features features, int wordFrom, int wordTo, int charFrom, int charTo) {
    return classifier.wordPull(features, yes, wordFrom, wordTo)
        + classifier.charPull(features, yes, charFrom, charTo);
  }
}
