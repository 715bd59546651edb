package dev.switchboard.engine.incident;

import dev.switchboard.engine.incident.change.Change;
import dev.switchboard.engine.incident.change.ServiceMap;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The incidents of all brands: one {@link Incidents} each, made when the brand is first named.
 * Brands share one promise on false pages, and each is told what the others found, which makes
 * opening easier as the promise allows. Deterministic; one thread at a time.
 */
public final class AllIncidents {
  private static final int MAGIC = 0x53574149; // "SWAI"
  private static final int FORMAT = 1;

  /** What the brands that are reckoned with have of the budget together. */
  private static final double RECKONED_SHARE = 0.5;

  private final IncidentSettings settings;
  private final ServiceMap services;
  private final Map<String, Incidents> brands = new LinkedHashMap<>();
  private final KnownChanges common = new KnownChanges();
  private Instant clock = Instant.MIN;

  /** No brand is known. */
  public AllIncidents(IncidentSettings settings, ServiceMap services) {
    this.settings = settings;
    this.services = services;
  }

  /** A customer's post to a brand came. */
  public Seen on(String brand, ReportedPost post, Instant now) {
    Seen seen = of(brand, now).on(post, now);
    tell(seen.events(), now);
    return seen;
  }

  /** A change was told of that concerns one brand. */
  public List<IncidentEvent> on(String brand, Change change, Instant now) {
    return of(brand, now).on(change, now);
  }

  /** A change was told of that concerns every brand, also those not yet named. */
  public List<IncidentEvent> on(Change change, Instant now) {
    clock = now.isAfter(clock) ? now : clock;
    common.add(change, clock);
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
    return of(brand, now).act(action, now);
  }

  /** Brands in the order in which they were first named. */
  public List<String> brands() {
    return List.copyOf(brands.keySet());
  }

  /** All incidents that are remembered, brand by brand. */
  public List<Incident> incidents() {
    return brands.values().stream().flatMap(each -> each.incidents().stream()).toList();
  }

  /** The numbers of a brand's incidents that go on. */
  public List<Long> live(String brand) {
    Incidents known = brands.get(brand);
    return known == null ? List.of() : known.live();
  }

  /** How an incident stands; empty if there is none or it was forgotten. */
  public Optional<Incident> find(String brand, long number) {
    return Optional.ofNullable(brands.get(brand)).flatMap(each -> each.find(number));
  }

  private Incidents of(String brand, Instant now) {
    Incidents known = brands.get(brand);
    if (known != null) {
      return known;
    }
    Incidents added = new Incidents(brand, settingsOf(brands.size()), services);
    brands.put(brand, added);
    common.all().forEach(change -> added.on(change, now));
    tellAll(now);
    return added;
  }

  /** Shares of all brands sum to at most 1, however many come: half is split, half halves on. */
  private IncidentSettings settingsOf(int place) {
    int later = place - settings.brands() + 1;
    double share =
        later <= 0
            ? RECKONED_SHARE / settings.brands()
            : (1 - RECKONED_SHARE) / (later * (later + 1.0));
    double own = settings.detection().brandShare() * share;
    return settings.withDetection(settings.detection().withBrandShare(own));
  }

  private void tell(List<IncidentEvent> events, Instant now) {
    for (IncidentEvent event : events) {
      if (event instanceof IncidentEvent.Opened || event instanceof IncidentEvent.Reopened) {
        tellAll(now);
        return;
      }
    }
  }

  private void tellAll(Instant now) {
    int all = brands.values().stream().mapToInt(each -> each.discoveries(now)).sum();
    for (Incidents each : brands.values()) {
      each.tellElsewhere(all - each.discoveries(now), now);
    }
  }

  /** All that later decisions depend on. */
  public byte[] snapshot() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(MAGIC);
      out.writeInt(FORMAT);
      Bytes.write(clock, out);
      common.write(out);
      out.writeInt(brands.size());
      for (Incidents each : brands.values()) {
        Bytes.write(each.brand(), out);
        Bytes.writeBlock(each.snapshot(), out);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory refused bytes", impossible);
    }
    return bytes.toByteArray();
  }

  /**
   * All brands as they were.
   *
   * @param settings as they were; the service map may be another
   * @throws IllegalArgumentException if the bytes are no such snapshot, or cut off
   */
  public static AllIncidents restore(
      IncidentSettings settings, ServiceMap services, byte[] snapshot) {
    AllIncidents read = new AllIncidents(settings, services);
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(snapshot))) {
      if (in.readInt() != MAGIC || in.readInt() != FORMAT) {
        throw new IllegalArgumentException("not a snapshot of incidents, or of another format");
      }
      read.clock = Bytes.readInstant(in);
      read.common.readInto(in);
      int count = in.readInt();
      for (int place = 0; place < count; place++) {
        String brand = Bytes.read(in);
        IncidentSettings own = read.settingsOf(place);
        read.brands.put(brand, Incidents.restore(brand, own, services, Bytes.readBlock(in)));
      }
    } catch (IOException broken) {
      throw new IllegalArgumentException("the snapshot of incidents is cut off", broken);
    }
    return read;
  }
}
