package dev.switchboard.engine.triage.learn;

import dev.switchboard.engine.triage.DefaultTriage;
import dev.switchboard.engine.triage.ShippedModel;
import dev.switchboard.engine.triage.TriageThresholds;
import dev.switchboard.engine.triage.model.FtrlProximal;
import dev.switchboard.engine.triage.model.LinearModel;
import dev.switchboard.engine.triage.model.PlattScale;
import dev.switchboard.engine.triage.promise.SetAsideRule;
import dev.switchboard.engine.triage.text.FeatureExtractor;
import java.util.ArrayList;
import java.util.List;

/**
 * Learns from what a brand's agents do: one action in, an immutable {@link DefaultTriage} of a new
 * version out. Starts from the default model and is held near it where it has learned nothing. The
 * same actions in the same order give the same models, bit for bit; {@link #snapshot} and {@link
 * #restore} are exact. One thread at a time a brand; what it publishes is for any thread.
 *
 * <p>An action takes about a millisecond, and up to 20 when the threshold is measured anew on 2,000
 * held-out posts.
 */
public final class TriageLearner {
  static final int MAX_HELD_OUT = 2_000;

  private final LearnerOptions options;
  private final LinearModel prior;
  private final FeatureExtractor extractor;
  final FtrlProximal learner;
  final Memory memory;
  final Memory heldOut;
  final Recent recent;
  final DriftWatch drift;
  long actions;
  int version;
  private SetAsideRule rule;
  private LinearModel model;
  private DefaultTriage published;

  /** A learner that has seen nothing of the brand. */
  public TriageLearner(LearnerOptions options) {
    this(options, ShippedModel.model());
  }

  private TriageLearner(LearnerOptions options, LinearModel prior) {
    this(
        options,
        prior,
        new FtrlProximal(prior, options.settings()),
        new Memory(options.memoryTexts()),
        new Memory(MAX_HELD_OUT),
        new Recent(),
        new DriftWatch(),
        0,
        prior.version());
  }

  TriageLearner(
      LearnerOptions options,
      LinearModel prior,
      FtrlProximal learner,
      Memory memory,
      Memory heldOut,
      Recent recent,
      DriftWatch drift,
      long actions,
      int version) {
    this.options = options;
    this.prior = prior;
    this.learner = learner;
    this.memory = memory;
    this.heldOut = heldOut;
    this.recent = recent;
    this.drift = drift;
    this.actions = actions;
    this.version = version;
    this.extractor =
        new FeatureExtractor(ShippedModel.lexicon(), ShippedModel.topics(), prior.bits());
    this.model = learner.toModel(version);
    this.rule = measure();
    this.published = publish();
  }

  /** Learns from one action; the next decision is made by {@link #triage} of the new version. */
  public List<LearningEvent> on(AgentAction action) {
    return onAll(List.of(action));
  }

  /** Learns from many actions, an imported history perhaps, and publishes once. */
  public List<LearningEvent> onAll(List<AgentAction> all) {
    return onAll(all, version + 1);
  }

  /**
   * The same, as a version that the caller gives. What is learned does not depend on how actions
   * are parted into calls; only versions do, unless they are given.
   *
   * @param nextVersion above {@link #version}
   */
  public List<LearningEvent> onAll(List<AgentAction> all, int nextVersion) {
    if (nextVersion <= version) {
      throw new IllegalArgumentException(
          "version %d does not follow %d".formatted(nextVersion, version));
    }
    List<LearningEvent> events = new ArrayList<>();
    for (AgentAction action : all) {
      learn(action, events);
    }
    version = nextVersion;
    model = learner.toModel(version);
    events.add(new LearningEvent.ModelPublished(version, actions));
    SetAsideRule before = rule;
    rule = measure();
    if (!rule.equals(before)) {
      events.add(new LearningEvent.RuleChanged(before, rule));
    }
    published = publish();
    return events;
  }

  /** What decides now. Immutable. */
  public DefaultTriage triage() {
    return published;
  }

  /** The threshold in force, and what may be shown of it. */
  public SetAsideRule rule() {
    return rule;
  }

  /** The version of what decides now, 1 or more. */
  public int version() {
    return version;
  }

  /** How many actions it has learned from. */
  public long actions() {
    return actions;
  }

  /** Everything this learner knows, as bytes for {@link #restore}. */
  public byte[] snapshot() {
    return LearnerSnapshot.write(this);
  }

  /**
   * A learner that goes on exactly where the snapshot was taken.
   *
   * @param options those it was made with
   * @throws IllegalArgumentException if the bytes are no snapshot
   */
  public static TriageLearner restore(byte[] snapshot, LearnerOptions options) {
    return LearnerSnapshot.read(snapshot, options, ShippedModel.model());
  }

  private void learn(AgentAction action, List<LearningEvent> events) {
    float believed = (float) LinearModel.probability(prior.logOdds(extractor.read(action.text())));
    Lesson lesson = Lesson.of(action, believed);
    actions++;
    if (lesson.isCertain()) {
      watch(action, lesson, events);
    }
    if (lesson.isHelp() && isHeldOut(action.post())) {
      heldOut.add(action.kind(), action.text(), lesson);
      return;
    }
    memory.add(action.kind(), action.text(), lesson);
    learn(action.text(), lesson);
    // Going through the only lesson again and again would be shouting.
    int replays = Math.min(options.replays(), memory.size() - 1);
    for (int i = 0; i < replays; i++) {
      Memory.Remembered again = memory.pick(actions * options.replays() + i);
      learn(again.text(), again.lesson());
    }
  }

  private void learn(String text, Lesson lesson) {
    var features = extractor.read(text);
    if (lesson.helpShare() > 0) {
      learner.learn(features, 1, lesson.weight() * lesson.helpShare());
    }
    if (lesson.helpShare() < 1) {
      learner.learn(features, 0, lesson.weight() * (1 - lesson.helpShare()));
    }
  }

  private void watch(AgentAction action, Lesson lesson, List<LearningEvent> events) {
    double[] shares = new double[2];
    learner.probabilities(extractor.read(action.text()), shares);
    double logOdds = StrictMath.log(shares[1] / shares[0]);
    PlattScale scale = recent.scale();
    double p = LinearModel.probability(scale.apply(logOdds));
    recent.add(logOdds, lesson.isHelp());
    double loss = -StrictMath.log(Math.max(1e-6, lesson.isHelp() ? p : 1 - p));
    if (drift.alarms(loss)) {
      events.add(new LearningEvent.Drifted(drift.mean(), drift.latest()));
      drift.startAnew();
    }
  }

  private boolean isHeldOut(long post) {
    // All bits must count: numbers of posts are close together.
    long h = post * 0x9E3779B97F4A7C15L;
    h = (h ^ h >>> 29) * 0xBF58476D1CE4E5B9L;
    h ^= h >>> 32;
    return Long.remainderUnsigned(h, options.heldOutOneIn()) == 0;
  }

  private SetAsideRule measure() {
    if (heldOut.size() < options.promise().postsNeeded()) {
      return SetAsideRule.of(options.promise(), new double[heldOut.size()]);
    }
    DefaultTriage now = DefaultTriage.learned(model, recent.scale(), TriageThresholds.DEFAULT);
    double[] standings = new double[heldOut.size()];
    for (int i = 0; i < standings.length; i++) {
      standings[i] = now.standing(heldOut.get(i).kind(), heldOut.get(i).text());
    }
    return SetAsideRule.of(options.promise(), standings);
  }

  private DefaultTriage publish() {
    float threshold = (float) Math.min(rule.threshold(), TriageThresholds.DEFAULT.help());
    TriageThresholds thresholds =
        new TriageThresholds(
            threshold, TriageThresholds.DEFAULT.needsHelp(), TriageThresholds.DEFAULT.help());
    return DefaultTriage.learned(model, recent.scale(), thresholds);
  }
}
