package dev.switchboard.server.incidents;

import dev.switchboard.engine.incident.Acted;
import dev.switchboard.engine.incident.Incident;
import dev.switchboard.engine.incident.IncidentAction;
import dev.switchboard.engine.incident.IncidentEvent;
import dev.switchboard.engine.incident.IncidentState;
import dev.switchboard.store.incidents.IncidentStore.Ref;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person wants to be done.
 *
 * @param id the incident, as people call it
 * @param ref the same, as its brand's operator does
 */
record ToDo(long id, Ref ref, IncidentAction action) {

  IncidentResult isLongOver() {
    return new IncidentResult.NotPossible(
        id, "Incident %d is long over and can't be changed any more.".formatted(id));
  }

  /** What became of it, the incident being as it is after it. */
  IncidentResult result(Acted acted, Optional<Incident> after) {
    return switch (acted) {
      case Acted.Done(var events) ->
          new IncidentResult.Done(
              id, after.map(Incident::state).orElse(IncidentState.CLOSED), undoable(events));
      case Acted.Refused(var reason) -> new IncidentResult.NotPossible(id, reason);
      case Acted.Unknown _ -> isLongOver();
    };
  }

  private static @Nullable Long undoable(List<IncidentEvent> events) {
    for (IncidentEvent event : events) {
      if (event instanceof IncidentEvent.Merged merged) {
        return merged.action();
      }
      if (event instanceof IncidentEvent.Split split) {
        return split.action();
      }
    }
    return null;
  }
}
