package dev.switchboard.engine.triage.classify;

import java.util.stream.Stream;

/**
 * What learning gives.
 *
 * @param rows for each score, then for each hidden unit, its weights by place and its bias
 */
record LearnedWeights(float[][] rows, HiddenLayer hidden) {
  /** As it will be stored. */
  LearnedWeights rounded() {
    return new LearnedWeights(WeightSteps.rounded(rows), hidden);
  }

  LearnedWeights with(float[][] units, HiddenLayer layer) {
    return new LearnedWeights(
        Stream.concat(Stream.of(rows), Stream.of(units)).toArray(float[][]::new), layer);
  }
}
