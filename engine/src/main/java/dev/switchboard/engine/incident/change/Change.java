package dev.switchboard.engine.incident.change;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to the company's systems.
 *
 * @param id unique among the brand's changes
 * @param service as the service map calls it; a name that is not on the map is allowed
 * @param environment such as {@code production}; null if not said
 * @param region where it happened; null if not said or everywhere
 * @param version what was deployed or rolled back to; null if not said
 * @param finishedAt not before {@code startedAt}; null if it is at an instant, goes on or is not
 *     said
 * @param summary what people wrote about it, may be empty
 */
public record Change(
    String id,
    ChangeType type,
    String service,
    @Nullable String environment,
    @Nullable String region,
    @Nullable String version,
    Instant startedAt,
    @Nullable Instant finishedAt,
    String summary) {

  public Change {
    if (id.isBlank() || service.isBlank()) {
      throw new IllegalArgumentException("a change needs an id and a service");
    }
    if (finishedAt != null && finishedAt.isBefore(startedAt)) {
      throw new IllegalArgumentException(
          "change " + id + " finishes at " + finishedAt + ", before it starts at " + startedAt);
    }
  }
}
