package dev.switchboard.server.incidents;

import dev.switchboard.engine.incident.Acted;
import dev.switchboard.engine.incident.AllIncidents;
import dev.switchboard.engine.incident.Incident;
import dev.switchboard.engine.incident.IncidentEvent;
import dev.switchboard.engine.incident.ReportedPost;
import dev.switchboard.engine.incident.Seen;
import dev.switchboard.store.incidents.ChangeRow;
import dev.switchboard.store.incidents.IncidentInput;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The operator with what its inputs have led to and is not written yet. Its decisions depend on
 * nothing but its inputs and their order. One thread.
 */
final class Deciding {
  /** A post that was written so long before it came is history: it tells nothing of now. */
  static final Duration LATE = Duration.ofHours(6);

  private final AllIncidents incidents;
  private final Set<Ref> changed = new LinkedHashSet<>();
  private final List<IncidentEvent> events = new ArrayList<>();
  private Instant now;
  private Instant ticked;

  Deciding(AllIncidents incidents, Instant now) {
    this.incidents = incidents;
    this.now = now;
    this.ticked = now;
  }

  private record Ref(String brand, long number) {}

  /** The moment up to which it has decided. */
  Instant now() {
    return now;
  }

  /** When time was let pass last. */
  Instant ticked() {
    return ticked;
  }

  /**
   * A customer's post was received at a moment.
   *
   * @return false if it is history and was not looked at
   */
  boolean received(String brand, ReportedPost post, Instant at) {
    if (post.at().isBefore(at.minus(LATE))) {
      return false;
    }
    move(at);
    Seen seen = incidents.on(brand, post, now);
    seen.incidents().forEach(number -> changed.add(new Ref(brand, number)));
    happened(seen.events());
    return true;
  }

  void received(ChangeRow change, Instant at) {
    move(at);
    String brand = change.brand();
    happened(
        brand == null
            ? incidents.on(change.change(), now)
            : incidents.on(brand, change.change(), now));
  }

  /** Lets time pass; all that goes on may look different after it. */
  void tick(Instant at) {
    move(at);
    ticked = now;
    happened(incidents.advance(now));
    markLive();
  }

  Acted act(IncidentInput.Act input) {
    move(input.at());
    Acted acted = incidents.act(input.brand(), input.action(), now);
    if (acted instanceof Acted.Done(var followed)) {
      happened(followed);
    }
    return acted;
  }

  void markLive() {
    for (String brand : incidents.brands()) {
      incidents.live(brand).forEach(number -> changed.add(new Ref(brand, number)));
    }
  }

  boolean hasBrands() {
    return !incidents.brands().isEmpty();
  }

  boolean hasEvents() {
    return !events.isEmpty();
  }

  boolean hasChanged() {
    return !changed.isEmpty();
  }

  /** Incidents that are not as they were written last, in the order in which that came to be. */
  List<Incident> changed() {
    return changed.stream()
        .flatMap(ref -> incidents.find(ref.brand(), ref.number()).stream())
        .toList();
  }

  List<IncidentEvent> events() {
    return List.copyOf(events);
  }

  /** What has happened so far is written. */
  void written() {
    changed.clear();
    events.clear();
  }

  Optional<Incident> find(String brand, long number) {
    return incidents.find(brand, number);
  }

  long live() {
    return incidents.brands().stream().mapToLong(brand -> incidents.live(brand).size()).sum();
  }

  byte[] snapshot() {
    return incidents.snapshot();
  }

  /** Time never goes back, whatever clocks say. */
  private void move(Instant at) {
    now = at.isAfter(now) ? at : now;
  }

  private void happened(List<IncidentEvent> followed) {
    for (IncidentEvent event : followed) {
      events.add(event);
      changed.add(new Ref(event.brand(), event.incident()));
      Long other = other(event);
      if (other != null) {
        changed.add(new Ref(event.brand(), other));
      }
    }
  }

  /** The other incident that it is about. */
  private static @Nullable Long other(IncidentEvent event) {
    return switch (event) {
      case IncidentEvent.Merged merged -> merged.from();
      case IncidentEvent.Undone undone -> undone.other();
      case IncidentEvent.KeptApart _,
          IncidentEvent.Split _,
          IncidentEvent.Opened _,
          IncidentEvent.Grew _,
          IncidentEvent.Quietened _,
          IncidentEvent.Closed _,
          IncidentEvent.Reopened _,
          IncidentEvent.CausesRanked _,
          IncidentEvent.Acknowledged _,
          IncidentEvent.Resolved _,
          IncidentEvent.CauseJudged _ ->
          null;
    };
  }
}
