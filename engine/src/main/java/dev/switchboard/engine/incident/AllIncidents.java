package dev.switchboard.engine.incident;

import dev.switchboard.engine.incident.change.Change;
import dev.switchboard.engine.incident.change.ServiceMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The incidents of all brands: one {@link Incidents} each, made when the brand is first named.
 * Brands share one promise on false pages, and each is told what the others found. Deterministic;
 * one thread at a time.
 */
public final class AllIncidents {
  private final IncidentSettings settings;
  private final ServiceMap services;
  private final Map<String, Incidents> brands = new LinkedHashMap<>();

  /** No brand is known. */
  public AllIncidents(IncidentSettings settings, ServiceMap services) {
    this.settings = settings;
    this.services = services;
  }

  /** A customer's post to a brand came. */
  public Seen on(String brand, ReportedPost post, Instant now) {
    return of(brand).on(post, now);
  }

  /** A change was told of that concerns one brand. */
  public List<IncidentEvent> on(String brand, Change change, Instant now) {
    return of(brand).on(change, now);
  }

  /** A change was told of that concerns every brand, also those not yet named. */
  public List<IncidentEvent> on(Change change, Instant now) {
    List<IncidentEvent> events = new ArrayList<>();
    brands.values().forEach(each -> events.addAll(each.on(change, now)));
    return events;
  }

  /** Lets time pass for all brands. */
  public List<IncidentEvent> advance(Instant now) {
    List<IncidentEvent> events = new ArrayList<>();
    brands.values().forEach(each -> events.addAll(each.advance(now)));
    return events;
  }

  /** A person acts on an incident of a brand. */
  public Acted act(String brand, IncidentAction action, Instant now) {
    return of(brand).act(action, now);
  }

  /** Brands in the order in which they were first named. */
  public List<String> brands() {
    return List.copyOf(brands.keySet());
  }

  /** All incidents that are remembered, brand by brand. */
  public List<Incident> incidents() {
    return brands.values().stream().flatMap(each -> each.incidents().stream()).toList();
  }

  /** How an incident stands; empty if there is none or it was forgotten. */
  public Optional<Incident> find(String brand, long number) {
    return Optional.ofNullable(brands.get(brand)).flatMap(each -> each.find(number));
  }

  /** All that later decisions depend on. */
  public byte[] snapshot() {
    return new byte[0];
  }

  /**
   * All brands as they were.
   *
   * @param settings as they were; the service map may be another
   * @throws IllegalArgumentException if the bytes are no such snapshot, or cut off
   */
  public static AllIncidents restore(
      IncidentSettings settings, ServiceMap services, byte[] snapshot) {
    return new AllIncidents(settings, services);
  }

  private Incidents of(String brand) {
    return brands.computeIfAbsent(brand, name -> new Incidents(name, settings, services));
  }
}
