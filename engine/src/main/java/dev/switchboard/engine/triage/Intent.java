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
      int labels = brandIntents.labels().size();
      double[] shares = new double[labels];
      int best = brandIntents.probabilities(features, new float[labels], new float[labels], shares);
      return new Intent(brandIntents.labels().get(best), (float) shares[best]);
    }
    Topic topic = Aspects.topic(features);
    return topic == null ? null : new Intent(topic.words(), Aspects.share(features, topic));
  }
}
