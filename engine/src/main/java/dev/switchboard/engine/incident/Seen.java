package dev.switchboard.engine.incident;

import dev.switchboard.engine.incident.grouping.Assignment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a post.
 *
 * @param assignment its group, and why; null for chatter that is not in the sample of it that is
 *     grouped
 * @param incidents the incidents that it counts in, the oldest first; most often none or one. A
 *     copy of a report counts in none, but is named with its original's
 * @param events what that changed, in order
 */
public record Seen(
    @Nullable Assignment assignment, List<Long> incidents, List<IncidentEvent> events) {
  public Seen {
    incidents = List.copyOf(incidents);
    events = List.copyOf(events);
  }
}
