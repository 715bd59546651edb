package dev.switchboard.engine.triage.promise;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;

/**
 * Draws what people look at from what was set aside: each post on its own chance (Poisson
 * sampling), larger near the threshold, so that the sum of chances meets the hourly budget as the
 * hour before foretells. The chance goes with the sample, for {@link AuditEstimate}. Deterministic;
 * for one thread at a time.
 */
public final class AuditSampler {
  /** A post far below the threshold is worth this much of one at it. */
  private static final double LEAST_WORTH = 0.05;

  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final int SNAPSHOT_BYTES = 40;

  private final AuditPlan plan;
  private long hour = Long.MIN_VALUE;
  private double worthBefore;
  private double worthNow;
  private int takenNow;

  /**
   * A sampler that has seen nothing: in its first hour it takes posts until the budget is spent.
   */
  public AuditSampler(AuditPlan plan) {
    this.plan = plan;
  }

  /**
   * Whether a post that was just set aside is to be looked at.
   *
   * @param post any number that is its own
   * @param probability of needing help, below {@code threshold}
   * @return the chance with which it was taken, above 0, or 0 if it was not taken
   */
  public double chanceIfTaken(long post, double probability, double threshold, Instant now) {
    turnTo(Math.floorDiv(now.toEpochMilli(), HOUR));
    double nearness = threshold <= 0 ? 1 : Math.clamp(probability / threshold, 0, 1);
    double worth = Math.max(LEAST_WORTH, nearness);
    worthNow += worth;
    double expected = Math.max(worthBefore, plan.postsPerHour() * LEAST_WORTH);
    double chance = Math.min(1, plan.postsPerHour() * worth / expected);
    if (takenNow >= plan.postsPerHour() * 2 || uniform(post) >= chance) {
      return 0;
    }
    takenNow++;
    return chance;
  }

  /** Everything this sampler knows. */
  public byte[] snapshot() {
    return ByteBuffer.allocate(SNAPSHOT_BYTES)
        .putInt(plan.postsPerHour())
        .putLong(plan.seed())
        .putLong(hour)
        .putDouble(worthBefore)
        .putDouble(worthNow)
        .putInt(takenNow)
        .array();
  }

  /**
   * A sampler that goes on where the snapshot was taken.
   *
   * @throws IllegalArgumentException if the bytes are no snapshot
   */
  public static AuditSampler restore(byte[] snapshot) {
    ByteBuffer in = ByteBuffer.wrap(snapshot);
    try {
      AuditSampler sampler = new AuditSampler(new AuditPlan(in.getInt(), in.getLong()));
      sampler.hour = in.getLong();
      sampler.worthBefore = in.getDouble();
      sampler.worthNow = in.getDouble();
      sampler.takenNow = in.getInt();
      return sampler;
    } catch (BufferUnderflowException cut) {
      throw new IllegalArgumentException("the snapshot of an audit is cut off", cut);
    }
  }

  private void turnTo(long thisHour) {
    if (thisHour > hour) {
      worthBefore = thisHour == hour + 1 ? worthNow : 0;
      worthNow = 0;
      takenNow = 0;
      hour = thisHour;
    }
  }

  private double uniform(long post) {
    long h = (post + plan.seed()) * 0x9E3779B97F4A7C15L;
    h = (h ^ h >>> 30) * 0xBF58476D1CE4E5B9L;
    h = (h ^ h >>> 27) * 0x94D049BB133111EBL;
    h ^= h >>> 31;
    return (h >>> 11) * 0x1.0p-53;
  }
}
