package dev.switchboard.engine.triage;

import dev.switchboard.engine.triage.text.CueLexicon;
import dev.switchboard.engine.triage.text.FeatureExtractor;
import dev.switchboard.engine.triage.text.TopicLexicon;

/** What all models of all brands share: the shipped cues, read once, and their extractors. */
final class Shared {
  private static final CueLexicon LEXICON = ShippedModel.lexicon();
  private static final TopicLexicon TOPICS = ShippedModel.topics();
  private static final int SHIPPED_BITS = ShippedModel.model().bits();
  private static final ExtractorPool EXTRACTORS =
      new ExtractorPool(() -> new FeatureExtractor(LEXICON, TOPICS, SHIPPED_BITS));

  private Shared() {}

  static ExtractorPool extractors(int bits) {
    return bits == SHIPPED_BITS
        ? EXTRACTORS
        : new ExtractorPool(() -> new FeatureExtractor(LEXICON, TOPICS, bits));
  }
}
