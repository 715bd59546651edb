package dev.switchboard.engine.triage.classify;

import dev.switchboard.engine.triage.text.Features;
import java.util.Arrays;

/**
 * One text as a classifier sees it: places and values. Words, characters and stems each have length
 * {@link #VIEW_LENGTH}, strengths of signals and topics weigh {@link #STRENGTH_SCALE} each.
 */
record SparseRow(int[] places, float[] values) {
  static final float VIEW_LENGTH = 0.8f;
  static final float STRENGTH_SCALE = 0.3f;

  static SparseRow of(Features features, Vocabulary vocabulary) {
    int most = Features.STRENGTHS + features.words() + features.chars() + features.stems();
    Builder row = new Builder(new int[most], new float[most]);
    for (int s = 0; s < Features.STRENGTHS; s++) {
      if (features.strength(s) > 0) {
        row.add(s, features.strength(s) * STRENGTH_SCALE);
      }
    }
    int from = row.size;
    for (int i = 0; i < features.words(); i++) {
      row.add(features.wordHash(i), vocabulary);
    }
    from = row.scale(from);
    for (int i = 0; i < features.chars(); i++) {
      row.add(features.charHash(i), vocabulary);
    }
    from = row.scale(from);
    for (int i = 0; i < features.stems(); i++) {
      row.add(features.stemHash(i), vocabulary);
    }
    row.scale(from);
    return new SparseRow(Arrays.copyOf(row.places, row.size), Arrays.copyOf(row.values, row.size));
  }

  double dot(double[] weights) {
    double sum = 0;
    for (int i = 0; i < places.length; i++) {
      sum += weights[places[i]] * values[i];
    }
    return sum;
  }

  void addTo(double[] weights, double much) {
    for (int i = 0; i < places.length; i++) {
      weights[places[i]] += values[i] * much;
    }
  }

  /** The row with each value multiplied by its place's scale. */
  SparseRow scaled(float[] scales) {
    float[] scaled = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      scaled[i] = values[i] * scales[places[i]];
    }
    return new SparseRow(places, scaled);
  }

  double squaredLength() {
    double sum = 0;
    for (float value : values) {
      sum += (double) value * value;
    }
    return sum;
  }

  private static final class Builder {
    final int[] places;
    final float[] values;
    int size;

    Builder(int[] places, float[] values) {
      this.places = places;
      this.values = values;
    }

    void add(int place, float value) {
      places[size] = place;
      values[size++] = value;
    }

    void add(int hash, Vocabulary vocabulary) {
      int place = vocabulary.find(hash);
      if (place >= 0) {
        add(place, vocabulary.rarity(place));
      }
    }

    int scale(int from) {
      double squares = 0;
      for (int i = from; i < size; i++) {
        squares += values[i] * values[i];
      }
      float scale = squares == 0 ? 0 : (float) (VIEW_LENGTH / Math.sqrt(squares));
      for (int i = from; i < size; i++) {
        values[i] *= scale;
      }
      return size;
    }
  }
}
