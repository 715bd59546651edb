package dev.switchboard.store.incidents;

import dev.switchboard.engine.incident.Incident;
import dev.switchboard.engine.incident.cause.LikelyCause;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An incident as it is now.
 *
 * @param id unique over all brands, unlike the incident's own number
 * @param during the id of the storm in the midst of which it began, or null
 * @param mergedInto the id of the incident that tells of it now, or null
 * @param updatedAt when this was last written
 */
public record IncidentRow(
    long id,
    Incident incident,
    @Nullable Long during,
    @Nullable Long mergedInto,
    Instant updatedAt) {

  /** The likeliest cause, if it is likelier than none of them. */
  public Optional<LikelyCause> blamed() {
    return incident.causes().stream()
        .findFirst()
        .filter(first -> first.probability() > incident.noneOfThese());
  }
}
