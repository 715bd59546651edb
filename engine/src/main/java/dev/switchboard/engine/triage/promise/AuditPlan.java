package dev.switchboard.engine.triage.promise;

/**
 * How much of what was set aside people look at.
 *
 * @param postsPerHour the budget, 1 to 1,000
 * @param seed decides which posts; the same seed takes the same
 */
public record AuditPlan(int postsPerHour, long seed) {
  public static final AuditPlan DEFAULT = new AuditPlan(10, 1);

  private static final int MAX_POSTS_PER_HOUR = 1_000;

  public AuditPlan {
    if (postsPerHour < 1 || postsPerHour > MAX_POSTS_PER_HOUR) {
      throw new IllegalArgumentException(
          "an audit takes 1 to 1000 posts an hour, not " + postsPerHour);
    }
  }
}
