package dev.switchboard.engine.triage;

import dev.switchboard.engine.post.Post;
import dev.switchboard.engine.post.PostKind;
import dev.switchboard.engine.triage.model.LinearModel;
import dev.switchboard.engine.triage.text.CueLexicon;
import dev.switchboard.engine.triage.text.FeatureExtractor;
import dev.switchboard.engine.triage.text.Features;
import dev.switchboard.engine.triage.text.Signal;

/**
 * Triage by a linear model of two classes over the words of a post, and by how the post reached the
 * brand. Immutable; any thread may ask.
 */
public final class DefaultTriage implements Triage {
  /** A stranger's repeated words are seldom a request: the brand was only passed on. */
  private static final double REPOST_LIFT = -2;

  private static final double DIRECT_LIFT = 2;
  private static final double REPLY_LIFT = 0.3;
  private static final double QUESTION_TO_BRAND_LIFT = 0.3;

  private final LinearModel model;
  private final TriageThresholds thresholds;
  private final ExtractorPool extractors;

  /** Triage by this model and these cues. */
  public DefaultTriage(LinearModel model, CueLexicon lexicon, TriageThresholds thresholds) {
    this.model = model;
    this.thresholds = thresholds;
    this.extractors = new ExtractorPool(() -> new FeatureExtractor(lexicon, model.bits()));
  }

  /** The triage that Switchboard ships, before it has learned anything from a brand. */
  public static DefaultTriage load() {
    return new DefaultTriage(
        ShippedModel.model(), ShippedModel.lexicon(), TriageThresholds.DEFAULT);
  }

  @Override
  public TriageDecision decide(Post post) {
    FeatureExtractor extractor = extractors.take();
    try {
      return decide(post, extractor);
    } finally {
      extractors.giveBack(extractor);
    }
  }

  private TriageDecision decide(Post post, FeatureExtractor extractor) {
    Features features = extractor.read(post.text());
    double logOdds = model.logOdds(features) + lift(post.kind(), features);
    float probability = (float) LinearModel.probability(logOdds);
    boolean needsHelp = probability >= thresholds.needsHelp();
    return new TriageDecision(
        verdict(post, probability),
        needsHelp,
        probability,
        null,
        null,
        null,
        null,
        null,
        null,
        post.language(),
        Reasons.of(post.kind(), needsHelp, features, extractor, model),
        model.version());
  }

  private static double lift(PostKind kind, Features features) {
    double asked = features.strength(Signal.QUESTION) > 0 ? QUESTION_TO_BRAND_LIFT : 0;
    return switch (kind) {
      case MENTION -> asked;
      case REPLY -> asked + REPLY_LIFT;
      case DIRECT -> asked + DIRECT_LIFT;
      case QUOTE -> 0;
      case REPOST -> REPOST_LIFT;
    };
  }

  private Verdict verdict(Post post, float probability) {
    if (probability >= thresholds.help()) {
      return Verdict.HELP;
    }
    return probability < thresholds.setAside() && mayBeSetAside(post)
        ? Verdict.SET_ASIDE
        : Verdict.UNSURE;
  }

  /** Whoever writes in private, or answers on the brand's own channel, is never left to a model. */
  private static boolean mayBeSetAside(Post post) {
    return switch (post.kind()) {
      case DIRECT, REPLY -> false;
      case MENTION, QUOTE, REPOST -> true;
    };
  }
}
