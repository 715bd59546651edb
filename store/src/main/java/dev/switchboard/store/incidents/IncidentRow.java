package dev.switchboard.store.incidents;

import dev.switchboard.engine.incident.cause.BlastRadius;
import dev.switchboard.engine.incident.cause.CauseJudgement;
import dev.switchboard.engine.incident.cause.LikelyCause;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An incident as it is now.
 *
 * @param id unique over all brands
 * @param state {@code open}, {@code acknowledged}, {@code resolved} by a person, {@code closed} as
 *     it died away, or {@code merged} into another
 * @param onsetFrom the onset lies between this and {@code onsetTo}; {@code onsetAt} is the
 *     likeliest
 * @param reports posts that report it
 * @param authors distinct people who did
 * @param probability that it is more than chance, 0 to 1
 * @param terms what the reports have in common, most telling first
 * @param closedAt null while it is open or acknowledged
 * @param mergedInto the incident that it is part of now, or null
 * @param causes likeliest first, vetoed ones last
 * @param noneOfThese the probability that none of the causes did it, 0 to 1
 * @param course reports over time, beside what is usual
 * @param judgements what people said of causes, oldest first
 * @param posts ids of reports, newest last, a bounded number
 */
public record IncidentRow(
    long id,
    String brand,
    String state,
    Instant openedAt,
    Instant onsetFrom,
    Instant onsetAt,
    Instant onsetTo,
    int reports,
    int authors,
    double probability,
    List<String> terms,
    @Nullable Instant closedAt,
    @Nullable Long mergedInto,
    List<LikelyCause> causes,
    double noneOfThese,
    BlastRadius blastRadius,
    List<CourseStep> course,
    List<CauseJudgement> judgements,
    List<Long> posts,
    Instant updatedAt) {

  public IncidentRow {
    terms = List.copyOf(terms);
    causes = List.copyOf(causes);
    course = List.copyOf(course);
    judgements = List.copyOf(judgements);
    posts = List.copyOf(posts);
  }

  /** The likeliest cause, if it is likelier than none of them. */
  public Optional<LikelyCause> blamed() {
    return causes.stream().findFirst().filter(first -> first.probability() > noneOfThese);
  }
}
