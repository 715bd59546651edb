package dev.switchboard.engine.triage;

import dev.switchboard.engine.post.Post;
import dev.switchboard.engine.post.PostKind;
import dev.switchboard.engine.triage.classify.TextClassifier;
import dev.switchboard.engine.triage.model.LinearModel;
import dev.switchboard.engine.triage.model.PlattScale;
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
  private static final float PROBLEM_FROM = 0.5f;

  private final LinearModel model;
  private final PlattScale scale;
  private final TriageThresholds thresholds;
  private final ExtractorPool extractors;
  private final TargetModels models;

  /** Triage by this model and these cues, with the general list of intents. */
  public DefaultTriage(LinearModel model, CueLexicon lexicon, TriageThresholds thresholds) {
    this(
        model,
        PlattScale.NONE,
        thresholds,
        new ExtractorPool(() -> new FeatureExtractor(lexicon, ShippedModel.topics(), model.bits())),
        TargetModels.NONE);
  }

  private DefaultTriage(
      LinearModel model,
      PlattScale scale,
      TriageThresholds thresholds,
      ExtractorPool extractors,
      TargetModels models) {
    this.model = model;
    this.scale = scale;
    this.thresholds = thresholds;
    this.extractors = extractors;
    this.models = models;
  }

  /** The triage that Switchboard ships, before it has learned anything from a brand. */
  public static DefaultTriage load() {
    return new DefaultTriage(
        ShippedModel.model(), ShippedModel.lexicon(), TriageThresholds.DEFAULT);
  }

  /** Triage by a model that has learned from a brand, with the cues that are shipped. */
  public static DefaultTriage learned(
      LinearModel model, PlattScale scale, TriageThresholds thresholds) {
    return new DefaultTriage(
        model, scale, thresholds, Shared.extractors(model.bits()), TargetModels.NONE);
  }

  /** The same with the brand's own list of intents, as a classifier learned it. */
  public DefaultTriage withIntents(TextClassifier brandIntents) {
    return with(models.withIntent(brandIntents));
  }

  /** The same with these models in place of its own answers. */
  public DefaultTriage with(TargetModels ownModels) {
    return new DefaultTriage(model, scale, thresholds, extractors, ownModels);
  }

  /** The version of its model, 1 or more. */
  public int version() {
    return model.version();
  }

  /** Where its probabilities become verdicts. */
  public TriageThresholds thresholds() {
    return thresholds;
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

  /**
   * What the set-aside threshold is held against: such a post is set aside just if the threshold is
   * above this. 0 if it is set aside whatever the model says, 1 if it never is.
   */
  public double standing(PostKind kind, String text) {
    FeatureExtractor extractor = extractors.take();
    try {
      Features features = extractor.read(text);
      return standing(kind, features, (float) needsHelp(kind, features));
    } finally {
      extractors.giveBack(extractor);
    }
  }

  private static float standing(PostKind kind, Features features, float probability) {
    return isCourtesy(kind, features) ? 0 : mayBeSetAside(kind) ? probability : 1;
  }

  private TriageDecision decide(Post post, FeatureExtractor extractor) {
    Features features = extractor.read(post.text());
    float probability = (float) needsHelp(post.kind(), features);
    boolean needsHelp = probability >= thresholds.needsHelp();
    boolean courtesy = isCourtesy(post.kind(), features);
    Verdict verdict = courtesy ? Verdict.SET_ASIDE : verdict(post.kind(), probability);
    float problem = (float) problem(features);
    Intent intent = Intent.of(features, models.intent());
    return new TriageDecision(
        verdict,
        needsHelp && !courtesy,
        probability,
        problem >= PROBLEM_FROM,
        problem,
        intent == null ? null : intent.name(),
        intent == null ? null : intent.probability(),
        (float) Aspects.urgency(features, probability),
        sentiment(features),
        post.language(),
        courtesy || verdict != Verdict.HELP && Aspects.deservesAWord(features),
        Reasons.of(post.kind(), needsHelp && !courtesy, extractor, carrying(features)),
        model.version());
  }

  private double needsHelp(PostKind kind, Features features) {
    YesOrNo own = models.needsHelp();
    if (own == null) {
      double logOdds = scale.apply(model.logOdds(features)) + lift(kind, features);
      return LinearModel.probability(logOdds);
    }
    double probability = own.probability(features);
    return switch (kind) {
      case MENTION, REPLY, QUOTE -> probability;
      case DIRECT -> lifted(probability, DIRECT_LIFT);
      case REPOST -> lifted(probability, REPOST_LIFT);
    };
  }

  private static double lifted(double probability, double lift) {
    double odds = probability * Math.exp(lift);
    return odds / (odds + 1 - probability);
  }

  private double problem(Features features) {
    YesOrNo own = models.problem();
    return own == null
        ? LinearModel.probability(Aspects.problem(features))
        : own.probability(features);
  }

  private String sentiment(Features features) {
    TextClassifier own = models.sentiment();
    return own == null
        ? Aspects.sentiment(features)
        : own.labels().get(own.best(own.scores(features)));
  }

  private Carrying carrying(Features features) {
    YesOrNo own = models.needsHelp();
    return own == null ? Carrying.of(model, features) : Carrying.of(own, features);
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

  private static boolean isCourtesy(PostKind kind, Features features) {
    return kind == PostKind.MENTION && Aspects.isCourtesyReport(features);
  }

  private Verdict verdict(PostKind kind, float probability) {
    if (probability >= thresholds.help()) {
      return Verdict.HELP;
    }
    return probability < thresholds.setAside() && mayBeSetAside(kind)
        ? Verdict.SET_ASIDE
        : Verdict.UNSURE;
  }

  /** Whoever writes in private, or answers on the brand's own channel, is never left to a model. */
  private static boolean mayBeSetAside(PostKind kind) {
    return switch (kind) {
      case DIRECT, REPLY -> false;
      case MENTION, QUOTE, REPOST -> true;
    };
  }
}
