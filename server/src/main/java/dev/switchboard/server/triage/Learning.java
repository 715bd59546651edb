package dev.switchboard.server.triage;

import dev.switchboard.engine.triage.Triage;
import dev.switchboard.engine.triage.learn.LearnerOptions;
import dev.switchboard.server.background.Worker;
import dev.switchboard.store.Directory;
import dev.switchboard.store.triage.LearnerStore;
import dev.switchboard.store.triage.LearnerStore.Learns;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Learns from committed labels, on a thread of its own: brands take turns, so that none waits for
 * another's history. Nothing is queued: what there is to learn stands in the store. Any thread may
 * ask and wake.
 */
public final class Learning implements AutoCloseable {
  /** Learners of some megabytes each; the others' are in the store. */
  static final int MAX_LEARNERS = 16;

  private static final Logger log = LoggerFactory.getLogger(Learning.class);

  /** Labels are learned from this soon, many at once; at once if somebody waits for it. */
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  /** The start waits for no more than this of a history: meanwhile the default decides. */
  private static final int MAX_START_STEPS = 1_000;

  private static final Duration STOP_WAIT = Duration.ofSeconds(10);

  private final LearnerStore store;
  private final LearnerOptions options;
  private final InstantSource clock;
  private final Runnable committed;
  private final BrandModels models;
  private final LearnedTriage triage;
  private final Counter publications;
  private final Worker worker;

  /** The thread's own; the least recently used goes first. */
  private final LinkedHashMap<Integer, BrandLearner> learners = new LinkedHashMap<>(16, .75f, true);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition learned = lock.newCondition();
  private final Map<Integer, Integer> learnedSteps = new HashMap<>();

  private Learning(
      LearnerStore store,
      Directory directory,
      TriageSettings settings,
      InstantSource clock,
      Runnable committed,
      MeterRegistry meters) {
    this.store = store;
    this.options = settings.learner();
    this.clock = clock;
    this.committed = committed;
    this.models = new BrandModels(Published.byDefault(settings.promise()));
    this.triage = new LearnedTriage(directory, models, meters);
    this.publications =
        Counter.builder("switchboard.triage.models")
            .description("Models that were published")
            .register(meters);
    Gauge.builder("switchboard.triage.brands", this, Learning::brandsLearned)
        .description("Brands that have a model of their own")
        .register(meters);
    this.worker =
        new Worker(
            Thread.ofPlatform().daemon().name("triage-learning"),
            this::takeTurns,
            () -> learners.values().forEach(Learning::saveQuietly));
  }

  /**
   * Restores what brands have learned, then learns on.
   *
   * @param committed called after each commit of events
   */
  public static Learning start(
      LearnerStore store,
      Directory directory,
      TriageSettings settings,
      InstantSource clock,
      Runnable committed,
      MeterRegistry meters) {
    Learning learning = new Learning(store, directory, settings, clock, committed, meters);
    learning.restore();
    learning.worker.start();
    return learning;
  }

  /** Decides by each brand's own model. */
  public Triage triage() {
    return triage;
  }

  BrandModels models() {
    return models;
  }

  /** The version of the model that decides for a brand now. */
  public int version(int brandId) {
    return models.of(brandId).version();
  }

  /**
   * Waits until a brand's model has learned from every label that is committed now.
   *
   * @return false if it takes longer than {@code atMost}: it will, a little later
   */
  public boolean awaitLearned(int brandId, Duration atMost) throws InterruptedException {
    int steps = store.steps(brandId);
    worker.wake();
    lock.lock();
    try {
      long nanos = atMost.toNanos();
      while (learnedSteps.getOrDefault(brandId, 0) < steps && !worker.isStopped() && nanos > 0) {
        nanos = learned.awaitNanos(nanos);
      }
      return learnedSteps.getOrDefault(brandId, 0) >= steps;
    } finally {
      lock.unlock();
    }
  }

  private void restore() {
    for (Learns brand : store.brands()) {
      boolean more = takesTurn(brand.brandId());
      while (more && brand.steps() - learner(brand.brandId()).step() <= MAX_START_STEPS) {
        more = takesTurn(brand.brandId());
      }
    }
  }

  /** Each brand learns a little, then the next turn comes if one has more to learn. */
  private Duration takeTurns() {
    boolean more = false;
    try {
      for (Learns brand : store.brands()) {
        if (worker.isStopped()) {
          break;
        }
        if (brand.steps() > learnedStep(brand.brandId())) {
          more |= takesTurn(brand.brandId());
        }
      }
    } catch (RuntimeException e) {
      log.debug("Labels can't be read now: {}", e.getMessage());
    }
    return more ? Duration.ZERO : LOOK_EVERY;
  }

  /** What goes wrong with one brand keeps no other from learning. */
  private boolean takesTurn(int brandId) {
    try {
      return isLeftToLearn(brandId);
    } catch (RuntimeException e) {
      log.warn("Brand {} could not learn; it is tried again soon", brandId, e);
      learners.remove(brandId);
      return false;
    }
  }

  private boolean isLeftToLearn(int brandId) {
    BrandLearner learner = learner(brandId);
    Published next = learner.learn(models.of(brandId));
    if (next == null) {
      return true;
    }
    models.publish(brandId, next);
    publications.increment();
    lock.lock();
    try {
      learnedSteps.put(brandId, learner.step());
      learned.signalAll();
    } finally {
      lock.unlock();
    }
    committed.run();
    return false;
  }

  private BrandLearner learner(int brandId) {
    BrandLearner known = learners.get(brandId);
    if (known != null) {
      return known;
    }
    if (learners.size() >= MAX_LEARNERS) {
      var eldest = learners.pollFirstEntry();
      eldest.getValue().save();
    }
    BrandLearner restored = BrandLearner.restore(brandId, store, options, clock);
    learners.put(brandId, restored);
    return restored;
  }

  private int learnedStep(int brandId) {
    lock.lock();
    try {
      return learnedSteps.getOrDefault(brandId, 0);
    } finally {
      lock.unlock();
    }
  }

  private int brandsLearned() {
    lock.lock();
    try {
      return learnedSteps.size();
    } finally {
      lock.unlock();
    }
  }

  private static void saveQuietly(BrandLearner learner) {
    try {
      learner.save();
    } catch (RuntimeException e) {
      log.debug("A model could not be saved; its labels are there: {}", e.getMessage());
    }
  }

  /** Saves what was learned, then ends. */
  @Override
  public void close() {
    worker.stop();
    lock.lock();
    try {
      learned.signalAll();
    } finally {
      lock.unlock();
    }
    worker.stop(STOP_WAIT);
  }
}
