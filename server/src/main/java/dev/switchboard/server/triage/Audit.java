package dev.switchboard.server.triage;

import dev.switchboard.engine.event.ExceptionKind;
import dev.switchboard.engine.flow.AuditDraw;
import dev.switchboard.engine.post.Post;
import dev.switchboard.engine.triage.TriageDecision;
import dev.switchboard.engine.triage.promise.AuditEstimate;
import dev.switchboard.engine.triage.promise.AuditPlan;
import dev.switchboard.engine.triage.promise.AuditSampler;
import dev.switchboard.engine.triage.promise.Audited;
import dev.switchboard.engine.triage.promise.Promise;
import dev.switchboard.store.Directory;
import dev.switchboard.store.triage.AuditStore;
import dev.switchboard.store.triage.AuditStore.Tally;
import dev.switchboard.store.triage.LearnerStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Draws what people look at from what is set aside, and reckons what they found. A brand has a
 * budget of its own. Any thread.
 */
public final class Audit implements AuditDraw {
  /** What was set aside and found in this time counts. */
  static final Duration WINDOW = Duration.ofDays(30);

  private static final int PLAN_BYTES = Integer.BYTES + Long.BYTES;

  private final Learning learning;
  private final Directory directory;
  private final AuditStore store;
  private final LearnerStore learners;
  private final TriageSettings settings;
  private final InstantSource clock;
  private final Map<Integer, AuditSampler> samplers = new ConcurrentHashMap<>();

  public Audit(
      Learning learning,
      Directory directory,
      AuditStore store,
      LearnerStore learners,
      TriageSettings settings,
      InstantSource clock) {
    this.learning = learning;
    this.directory = directory;
    this.store = store;
    this.learners = learners;
    this.settings = settings;
    this.clock = clock;
    store.samplers().forEach((brand, bytes) -> samplers.put(brand, restored(bytes)));
  }

  /** What the audit says of a brand; the estimate is null while nobody has looked at anything. */
  record Finding(Tally tally, @Nullable AuditEstimate estimate) {}

  @Override
  public double chanceIfTaken(long id, Post post, TriageDecision decision, Instant now) {
    int brandId = directory.channel(post.channel(), post.brand()).brandId();
    double threshold = learning.models().of(brandId).triage().thresholds().setAside();
    AuditSampler sampler =
        samplers.computeIfAbsent(brandId, _ -> new AuditSampler(settings.audit()));
    synchronized (sampler) {
      return sampler.chanceIfTaken(id, decision.probability(), threshold, now);
    }
  }

  /** Raises an exception if what people found breaks the brand's promise. */
  public void check(int brandId) {
    Promise promise = settings.promise();
    AuditEstimate estimate = find(brandId).estimate();
    if (estimate != null && estimate.breaks(promise)) {
      String reason =
          String.format(
              Locale.ENGLISH,
              "Of %d posts looked at, people found so many who needed help that %.1f to %.1f %% of"
                  + " those who need help are set aside; promised was %.1f %%.",
              estimate.audited(),
              100 * estimate.missShareLow(),
              100 * estimate.missShareHigh(),
              100 * promise.alpha());
      learners.raise(brandId, ExceptionKind.PROMISE_BROKEN, reason, clock.instant());
    }
  }

  Finding find(int brandId) {
    Tally tally = store.tally(brandId, clock.instant().minus(WINDOW));
    if (tally.looked().isEmpty()) {
      return new Finding(tally, null);
    }
    // Not all that were drawn have been looked at yet: the others had the smaller chance.
    double share = (double) tally.looked().size() / tally.drawn();
    List<Audited> looked =
        tally.looked().stream().map(a -> new Audited(a.chance() * share, a.neededHelp())).toList();
    int setAside = Math.max(tally.setAside(), looked.size());
    return new Finding(tally, AuditEstimate.of(looked, setAside, tally.helped()));
  }

  /** Keeps how far the drawing is; called now and then. */
  public void save() {
    samplers.forEach(
        (brandId, sampler) -> {
          byte[] bytes;
          synchronized (sampler) {
            bytes = sampler.snapshot();
          }
          store.saveSampler(brandId, bytes);
        });
  }

  /** A sampler goes on where it was, unless another plan was set since. */
  private AuditSampler restored(byte[] bytes) {
    AuditPlan plan = settings.audit();
    AuditSampler fresh = new AuditSampler(plan);
    boolean samePlan =
        bytes.length >= PLAN_BYTES
            && Arrays.equals(bytes, 0, PLAN_BYTES, fresh.snapshot(), 0, PLAN_BYTES);
    return samePlan ? AuditSampler.restore(bytes) : fresh;
  }
}
