package dev.switchboard.engine.incident;

import dev.switchboard.engine.incident.cause.BlastRadius;
import dev.switchboard.engine.incident.cause.CauseJudgement;
import dev.switchboard.engine.incident.cause.LikelyCause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An incident as it stands.
 *
 * @param number from 1, within its brand; it keeps it when it comes back
 * @param openedAt when it was first opened
 * @param onsetAt the likeliest moment at which customers began to be hit
 * @param onsetFrom lower bound of that
 * @param onsetTo upper bound of that; changes that began later are vetoed as causes
 * @param times how often it came back, 0 or more
 * @param quiet whether new customers come as they would without it
 * @param reports how many, copies not counted
 * @param authors how many distinct customers
 * @param terms words that stand out, the most telling first
 * @param groups the groups of its reports, the largest first
 * @param probability that it is no chance, 0–1: the evidence read as a Bayes factor that just
 *     reaches 1 − falseShare where detection opens
 * @param acknowledgedBy who looks after it; null if nobody
 * @param closedAt when it was resolved or closed; null while it goes on
 * @param during the number of the storm in which it began and beyond whose growth it grew; null if
 *     there was none
 * @param mergedInto the number that tells of it now; null if not merged
 * @param causes likeliest first, vetoed last, people's judgements applied; empty before the first
 *     ranking and without changes
 * @param noneOfThese the probability that no known change did it; 1 without causes
 * @param course at equal steps, at most {@link #MAX_STEPS}
 * @param step how long each of them is
 * @param posts of its reports, oldest first, at most {@link #MAX_POSTS}: the first and the latest
 * @param judgements what people said of its causes, oldest first
 */
public record Incident(
    long number,
    String brand,
    IncidentState state,
    Instant openedAt,
    Instant onsetAt,
    Instant onsetFrom,
    Instant onsetTo,
    int times,
    boolean quiet,
    int reports,
    int authors,
    List<String> terms,
    List<Long> groups,
    double probability,
    @Nullable String acknowledgedBy,
    @Nullable Instant closedAt,
    @Nullable Long during,
    @Nullable Long mergedInto,
    List<LikelyCause> causes,
    double noneOfThese,
    BlastRadius blastRadius,
    List<CourseStep> course,
    Duration step,
    List<Long> posts,
    List<CauseJudgement> judgements) {
  /** How many posts are named. */
  public static final int MAX_POSTS = 500;

  /** How many steps the course has. */
  public static final int MAX_STEPS = 192;

  public Incident {
    terms = List.copyOf(terms);
    groups = List.copyOf(groups);
    causes = List.copyOf(causes);
    course = List.copyOf(course);
    posts = List.copyOf(posts);
    judgements = List.copyOf(judgements);
  }
}
