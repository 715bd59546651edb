package dev.switchboard.engine.incident;

import dev.switchboard.engine.incident.change.Change;
import dev.switchboard.engine.incident.change.ServiceMap;
import dev.switchboard.engine.incident.detection.Detector;
import dev.switchboard.engine.incident.grouping.Assignment;
import dev.switchboard.engine.incident.grouping.Grouping;
import dev.switchboard.engine.incident.grouping.Report;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The incidents of one brand: groups its posts, sees where reports come faster than chance, names
 * likely causes and keeps what people say. Deterministic: the same inputs give the same events,
 * also after {@link #snapshot} and {@link #restore} in their midst. One thread at a time.
 *
 * <p>{@code now} is the moment of deciding; it never goes back. Whoever replays a stream hands in
 * the same moments.
 */
public final class Incidents {
  private final String brand;
  private final IncidentSettings settings;
  private final ServiceMap services;
  private final Grouping grouping;
  private final Detector detector;

  /** A brand of which nothing is known. */
  public Incidents(String brand, IncidentSettings settings, ServiceMap services) {
    this(
        brand,
        settings,
        services,
        new Grouping(settings.grouping()),
        new Detector(brand, settings.detection()));
  }

  private Incidents(
      String brand,
      IncidentSettings settings,
      ServiceMap services,
      Grouping grouping,
      Detector detector) {
    this.brand = brand;
    this.settings = settings;
    this.services = services;
    this.grouping = grouping;
    this.detector = detector;
  }

  public String brand() {
    return brand;
  }

  /** A customer's post came. */
  public Seen on(ReportedPost post, Instant now) {
    Assignment assignment =
        grouping.assign(
            new Report(
                Long.toString(post.id()), post.text(), post.language(), post.repost(), post.at()));
    return new Seen(assignment, List.of(), List.of());
  }

  /** A change was told of; one that is known by its id changes nothing. */
  public List<IncidentEvent> on(Change change, Instant now) {
    return List.of();
  }

  /** Lets time pass: incidents become quiet and close, causes that wait are ranked. */
  public List<IncidentEvent> advance(Instant now) {
    return List.of();
  }

  /** A person acts. */
  public Acted act(IncidentAction action, Instant now) {
    return new Acted.Unknown(0);
  }

  /** All that are remembered, in order of opening: those that go on or may come back. */
  public List<Incident> incidents() {
    return List.of();
  }

  /** How an incident stands; empty if there is none or it was forgotten. */
  public Optional<Incident> find(long number) {
    return Optional.empty();
  }

  /** All that later decisions depend on. */
  public byte[] snapshot() {
    return grouping.snapshot();
  }

  /**
   * A brand as it was.
   *
   * @param settings and {@code brand} as they were; the service map may be another
   * @throws IllegalArgumentException if the bytes are no such snapshot, or cut off
   */
  public static Incidents restore(
      String brand, IncidentSettings settings, ServiceMap services, byte[] snapshot) {
    return new Incidents(
        brand,
        settings,
        services,
        Grouping.restore(snapshot, settings.grouping()),
        new Detector(brand, settings.detection()));
  }
}
