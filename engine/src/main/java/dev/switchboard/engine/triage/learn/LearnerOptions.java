package dev.switchboard.engine.triage.learn;

import dev.switchboard.engine.triage.model.FtrlSettings;
import dev.switchboard.engine.triage.promise.Promise;

/**
 * How a brand's model learns.
 *
 * @param settings of the online learner; l2 pulls towards the default model
 * @param replays how many earlier lessons are gone through again with each new one, 0 to 64
 * @param memoryTexts how many lessons are kept for that, 1 to 10,000
 * @param heldOutOneIn one in so many posts that needed help is never learned from, but measures the
 *     threshold; 2 or more
 * @param promise what the threshold must keep
 */
public record LearnerOptions(
    FtrlSettings settings, int replays, int memoryTexts, int heldOutOneIn, Promise promise) {
  public static final LearnerOptions DEFAULT =
      new LearnerOptions(new FtrlSettings(0.2f, 1, 0, 1), 24, 2_000, 4, Promise.DEFAULT);

  private static final int MAX_REPLAYS = 64;
  private static final int MAX_MEMORY_TEXTS = 10_000;

  public LearnerOptions {
    if (replays < 0
        || replays > MAX_REPLAYS
        || memoryTexts < 1
        || memoryTexts > MAX_MEMORY_TEXTS
        || heldOutOneIn < 2) {
      throw new IllegalArgumentException(
          "replays must be 0 to 64, memoryTexts 1 to 10000, heldOutOneIn 2 or more: %d, %d, %d"
              .formatted(replays, memoryTexts, heldOutOneIn));
    }
  }
}
