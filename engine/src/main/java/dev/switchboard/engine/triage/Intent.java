package dev.switchboard.engine.triage;

import dev.switchboard.engine.triage.classify.TextClassifier;
import dev.switchboard.engine.triage.text.Features;
import dev.switchboard.engine.triage.text.Topic;
import org.jspecify.annotations.Nullable;

/** What a post is about, and how sure that is. */
record Intent(String name, float probability) {

  /** By the brand's own list, or by the general one; null if nothing of the latter is spoken of. */
  static @Nullable Intent of(Features features, @Nullable TextClassifier brandIntents) {
    if (brandIntents != null) {
      float[] scores = brandIntents.scores(features);
      int best = brandIntents.best(scores);
      return new Intent(brandIntents.labels().get(best), brandIntents.probability(scores, best));
    }
    Topic topic = Aspects.topic(features);
    return topic == null ? null : new Intent(topic.words(), Aspects.share(features, topic));
  }
}
