package dev.switchboard.server.triage;

import dev.switchboard.engine.event.Event;
import dev.switchboard.engine.event.ExceptionKind;
import dev.switchboard.engine.triage.DefaultTriage;
import dev.switchboard.engine.triage.ShippedModel;
import dev.switchboard.engine.triage.classify.TextClassifier;
import dev.switchboard.engine.triage.learn.AgentAction;
import dev.switchboard.engine.triage.learn.LearnerOptions;
import dev.switchboard.engine.triage.learn.LearningEvent;
import dev.switchboard.engine.triage.learn.TriageLearner;
import dev.switchboard.engine.triage.promise.SetAsideRule;
import dev.switchboard.store.triage.Label;
import dev.switchboard.store.triage.LabelAction;
import dev.switchboard.store.triage.LearnerStore;
import dev.switchboard.store.triage.LearnerStore.Changes;
import dev.switchboard.store.triage.LearnerStore.Model;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One brand's learner, as far as it has read the brand's labels. What it publishes depends on
 * nothing but the labels that stand and their order: it is the same after a restart, and after a
 * label was taken back it is as if that had never been given. One thread at a time.
 */
final class BrandLearner {
  /** What one turn learns from at most; then the next brand has its turn. */
  static final int MAX_TURN_LABELS = 64;

  private static final Logger log = LoggerFactory.getLogger(BrandLearner.class);

  /** A model is megabytes: after a kill, what came within so long has to be learned again. */
  private static final Duration SAVE_EVERY = Duration.ofSeconds(30);

  private static final int MIN_SAVE_STEPS = 32;

  private static final int BASE = ShippedModel.fingerprint();

  private final int brandId;
  private final LearnerStore store;
  private final LearnerOptions options;
  private final InstantSource clock;
  private final List<Event> unsaid = new ArrayList<>();
  private TriageLearner learner;
  private int step;
  private int savedStep;
  private Instant savedAt = Instant.EPOCH;
  private boolean tagsChanged = true;
  private @Nullable TextClassifier intents;
  private LearningEvent.@Nullable Drifted drifted;

  private BrandLearner(
      int brandId, LearnerStore store, LearnerOptions options, InstantSource clock) {
    this.brandId = brandId;
    this.store = store;
    this.options = options;
    this.clock = clock;
    this.learner = load();
  }

  /** The learner as it was saved last; nothing that came since is learned yet. */
  static BrandLearner restore(
      int brandId, LearnerStore store, LearnerOptions options, InstantSource clock) {
    return new BrandLearner(brandId, store, options, clock);
  }

  /** It has learned from everything up to this step. */
  int step() {
    return step;
  }

  /**
   * Learns from what has happened since, up to a bound.
   *
   * @param before what decides now
   * @return what decides from now on; null if there is more to learn before anything is published
   */
  @Nullable Published learn(Published before) {
    Changes changes = store.changes(brandId, step, MAX_TURN_LABELS);
    if (changes.takenBack()) {
      learner = load();
      return null;
    }
    if (changes.through() > step) {
      learn(changes);
    }
    return changes.labels().size() < MAX_TURN_LABELS ? publish(before) : null;
  }

  private void learn(Changes changes) {
    List<AgentAction> actions =
        changes.labels().stream().map(Label::teaches).filter(Objects::nonNull).toList();
    for (LearningEvent event : learner.onAll(actions, changes.through() + 1)) {
      switch (event) {
        case LearningEvent.Drifted drift -> drifted = drift;
        case LearningEvent.ModelPublished _, LearningEvent.RuleChanged _ -> {}
      }
    }
    tagsChanged |= changes.labels().stream().anyMatch(l -> l.action() == LabelAction.TAGGED);
    step = changes.through();
  }

  private Published publish(Published before) {
    if (tagsChanged) {
      intents = BrandIntents.learn(store, brandId);
      tagsChanged = false;
    }
    SetAsideRule rule = learner.rule();
    DefaultTriage triage = learner.triage();
    Published now =
        new Published(
            intents == null ? triage : triage.withIntents(intents),
            rule,
            learner.version(),
            learner.actions());
    announce(before, now);
    Instant at = clock.instant();
    if (step - savedStep >= MIN_SAVE_STEPS && !at.isBefore(savedAt.plus(SAVE_EVERY))) {
      savedAt = at;
      save();
    }
    return now;
  }

  /** Says what is new, once: what was said before a restart is not said again. */
  private void announce(Published before, Published now) {
    unsaid.add(new Event.ModelPublished(now.version(), now.labels()));
    SetAsideRule rule = now.rule();
    if (rule.threshold() != before.rule().threshold()) {
      unsaid.add(new Event.PromiseChanged(rule.threshold(), rule.shownBound(), rule.helpPosts()));
    }
    boolean first = store.announce(brandId, step, List.copyOf(unsaid), clock.instant());
    unsaid.clear();
    if (first && drifted != null) {
      String reason =
          String.format(
              Locale.ENGLISH,
              "What people do fits less well what triage says: mean log loss %.2f, before %.2f.",
              drifted.lossNow(),
              drifted.lossBefore());
      store.raise(brandId, ExceptionKind.TRIAGE_DRIFT, reason, clock.instant());
    }
    drifted = null;
  }

  /** Keeps what was learned, unless that is done. */
  void save() {
    if (step > savedStep
        && store.saveModel(
            brandId, BASE, new Model(learner.version(), learner.snapshot()), clock.instant())) {
      savedStep = step;
    }
  }

  /** Everything that it has learned. */
  byte[] snapshot() {
    return learner.snapshot();
  }

  private TriageLearner load() {
    tagsChanged = true;
    drifted = null;
    Model model = store.findModel(brandId, BASE).orElse(null);
    if (model != null) {
      try {
        TriageLearner restored = TriageLearner.restore(model.bytes(), options);
        step = model.version() - 1;
        savedStep = step;
        return restored;
      } catch (IllegalArgumentException e) {
        log.warn("The model of brand {} is learned anew: {}", brandId, e.getMessage());
      }
    }
    step = 0;
    savedStep = 0;
    return new TriageLearner(options);
  }
}
