package dev.switchboard.engine.triage;

import dev.switchboard.engine.triage.model.LinearModel;
import dev.switchboard.engine.triage.text.FeatureExtractor;
import dev.switchboard.engine.triage.text.Features;
import dev.switchboard.engine.triage.text.Signal;

/** What each part of a post brought to the answer "needs help", in log-odds or near it. */
sealed interface Carrying {
  Features features();

  /** What a cue brings. */
  float cue(Signal signal);

  /** What a word brought: itself, the pair it begins and its character n-grams. */
  float word(FeatureExtractor extractor, int spoken);

  static Carrying of(LinearModel model, Features features) {
    return new ByDefault(model, features);
  }

  static Carrying of(YesOrNo model, Features features) {
    return new ByOwnModel(model, features);
  }

  /** By the model that comes with the program, or one that grew from it. */
  record ByDefault(LinearModel model, Features features) implements Carrying {
    @Override
    public float cue(Signal signal) {
      return model.weight(signal.ordinal(), 1);
    }

    @Override
    public float word(FeatureExtractor extractor, int spoken) {
      float words = 0;
      for (int f = extractor.wordFrom(spoken); f < extractor.wordFrom(spoken + 1); f++) {
        words += model.weight(features.word(f), 1);
      }
      float chars = 0;
      for (int f = extractor.charFrom(spoken); f < extractor.charFrom(spoken + 1); f++) {
        chars += model.weight(features.chars(f), 1);
      }
      return words * features.wordValue() + chars * features.charValue();
    }
  }

  /** By a classifier of the brand's own. */
  record ByOwnModel(YesOrNo model, Features features) implements Carrying {
    @Override
    public float cue(Signal signal) {
      return model.pull(signal.ordinal());
    }

    @Override
    public float word(FeatureExtractor extractor, int spoken) {
      return model.pull(
          features,
          extractor.wordFrom(spoken),
          extractor.wordFrom(spoken + 1),
          extractor.charFrom(spoken),
          extractor.charFrom(spoken + 1));
    }
  }
}
