package dev.switchboard.store.process;

import dev.switchboard.engine.event.Event;
import dev.switchboard.engine.event.ExceptionKind;
import dev.switchboard.engine.process.CasePlace;
import dev.switchboard.engine.process.Lifecycle;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has become of a case in its flow, to be written.
 *
 * @param state of the step in which it is
 * @param due the next deadline, or null
 * @param placeJson the place, by {@link PlaceJson}
 * @param lookAgainAt when time alone decides something, or null
 * @param seenAt the time of what it is made of
 * @param events in their order
 * @param cleared exceptions that are over, written before {@code raised}
 */
public record PlaceChange(
    long caseId,
    int brandId,
    CasePlace place,
    Lifecycle state,
    @Nullable Due due,
    String placeJson,
    @Nullable Instant lookAgainAt,
    Instant seenAt,
    List<Told> events,
    List<Cleared> cleared,
    List<Raised> raised) {
  /** What is due next, and how it stands. */
  public record Due(String kind, Instant at, boolean foreseen, boolean breached) {}

  /** An event, and when it happened. */
  public record Told(Event event, Instant at) {}

  public record Cleared(ExceptionKind kind, String how) {}

  public record Raised(ExceptionKind kind, String reason) {}

  public PlaceChange {
    events = List.copyOf(events);
    cleared = List.copyOf(cleared);
    raised = List.copyOf(raised);
  }
}
