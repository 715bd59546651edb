package dev.switchboard.engine.incident;

import dev.switchboard.engine.incident.change.Change;
import dev.switchboard.engine.incident.change.ServiceMap;
import dev.switchboard.engine.incident.detection.Detector;
import dev.switchboard.engine.incident.detection.Evidence;
import dev.switchboard.engine.incident.detection.GroupedReport;
import dev.switchboard.engine.incident.detection.IncidentDecision;
import dev.switchboard.engine.incident.detection.ReportWords;
import dev.switchboard.engine.incident.grouping.Assignment;
import dev.switchboard.engine.incident.grouping.Grouping;
import dev.switchboard.engine.incident.grouping.MergeProposal;
import dev.switchboard.engine.incident.grouping.Report;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The incidents of one brand: groups its posts, sees where reports come faster than chance, names
 * likely causes and keeps what people say. Deterministic: the same inputs give the same events,
 * also after {@link #snapshot} and {@link #restore} in their midst. One thread at a time.
 *
 * <p>{@code now} is the moment of deciding; one before the last counts as the last. Whoever replays
 * a stream hands in the same moments. Memory is bounded: by the windows of grouping and detection,
 * {@link RecentReports#MAX_REPORTS} reports, two days of changes, and 5,000 reports an incident
 * that goes on or may come back.
 */
public final class Incidents {
  private final String brand;
  private final ReportWords words = new ReportWords();
  final Grouping grouping;
  final Detector detector;
  final RecentReports recent = new RecentReports();
  final KnownChanges changes = new KnownChanges();
  final Files files = new Files();
  final Regroupings regroupings = new Regroupings();
  final Ledger ledger;
  Instant clock = Instant.MIN;

  private final IncidentView view;
  private final Causes causes;
  private final People people;

  /** A brand of which nothing is known. */
  public Incidents(String brand, IncidentSettings settings, ServiceMap services) {
    this(
        brand,
        settings,
        services,
        new Grouping(settings.grouping()),
        new Detector(brand, settings.detection()));
  }

  Incidents(
      String brand,
      IncidentSettings settings,
      ServiceMap services,
      Grouping grouping,
      Detector detector) {
    this.brand = brand;
    this.grouping = grouping;
    this.detector = detector;
    this.view = new IncidentView(brand, services, grouping);
    this.ledger = new Ledger(brand, files, detector, recent, view);
    this.causes = new Causes(brand, services, settings.cause(), files, changes);
    this.people = new People(brand, files, new Joining(brand, files, grouping, regroupings, view));
  }

  public String brand() {
    return brand;
  }

  /** A customer's post came: its group, and if it is a report, what that means for incidents. */
  public Seen on(ReportedPost post, Instant now) {
    List<IncidentEvent> events = pass(now);
    if (!post.isReport()) {
      return new Seen(chatter(post), List.of(), ranked(events));
    }
    Assignment group = assign(post);
    if (group.duplicateOf() != null) {
      detector.noise(new Evidence.Group(group.groupId()), 1, post.at());
      return new Seen(group, ledger.counting(Long.parseLong(group.duplicateOf())), ranked(events));
    }
    KeptReport kept = KeptReport.of(post, group.groupId());
    recent.add(kept);
    for (IncidentDecision decision : detector.on(grouped(post, group), clock)) {
      events.addAll(ledger.write(decision));
    }
    List<Long> counting = ledger.count(kept);
    return new Seen(group, counting, ranked(events));
  }

  /** Chatter is noise to detection; a sample of it says how much, and is all that is grouped. */
  private @Nullable Assignment chatter(ReportedPost post) {
    if (!ChatterSample.takes(post.id())) {
      return null;
    }
    Assignment group = assign(post);
    detector.noise(new Evidence.Group(group.groupId()), ChatterSample.COUNTS_AS, post.at());
    return group;
  }

  private List<IncidentEvent> ranked(List<IncidentEvent> events) {
    events.addAll(causes.rankDue(clock));
    return events;
  }

  /** A change was told of; one that is known by its id changes nothing. */
  public List<IncidentEvent> on(Change change, Instant now) {
    List<IncidentEvent> events = pass(now);
    if (changes.add(change, clock)) {
      events.addAll(causes.suspect(change, clock));
    }
    return ranked(events);
  }

  /** Lets time pass: incidents become quiet and close, causes that wait are ranked. */
  public List<IncidentEvent> advance(Instant now) {
    return ranked(pass(now));
  }

  /** A person acts. Time passes only with the next post, change or {@link #advance}. */
  public Acted act(IncidentAction action, Instant now) {
    clock = now.isAfter(clock) ? now : clock;
    return switch (people.act(action, clock)) {
      case Acted.Refused refused -> refused;
      case Acted.Unknown unknown -> unknown;
      case Acted.Done(var events) -> {
        yield new Acted.Done(ranked(new ArrayList<>(events)));
      }
    };
  }

  private Assignment assign(ReportedPost post) {
    return grouping.assign(
        new Report(
            Long.toString(post.id()), post.text(), post.language(), post.repost(), post.at()));
  }

  private GroupedReport grouped(ReportedPost post, Assignment group) {
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(new Evidence.Group(group.groupId()));
    List<Evidence> said = words.of(post.text());
    if (post.intent() != null) {
      Evidence intent = new Evidence.About(post.intent());
      evidence.add(intent);
      said.remove(intent);
    }
    evidence.addAll(said);
    return new GroupedReport(brand, post.id(), post.author(), post.at(), false, evidence);
  }

  private List<IncidentEvent> pass(Instant now) {
    clock = now.isAfter(clock) ? now : clock;
    List<IncidentEvent> events = new ArrayList<>();
    for (IncidentDecision decision : detector.advance(clock)) {
      events.addAll(ledger.write(decision));
    }
    events.addAll(ledger.forget(clock));
    return events;
  }

  /** All that are remembered, in order of opening: those that go on or may come back. */
  public List<Incident> incidents() {
    return files.all().stream().map(this::shown).toList();
  }

  /** The numbers of those that go on, without looking at how they stand. */
  public List<Long> live() {
    return files.all().stream().filter(IncidentFile::isLive).map(file -> file.number).toList();
  }

  /** How an incident stands; empty if there is none or it was forgotten. */
  public Optional<Incident> find(long number) {
    return Optional.ofNullable(files.find(number)).map(this::shown);
  }

  private Incident shown(IncidentFile file) {
    return view.of(file, files.partsOf(file), clock);
  }

  /** Merges of groups that a person might want, the latest last. */
  public List<MergeProposal> proposals() {
    return grouping.proposals();
  }

  /** How many incidents were opened, or opened again, in the week of that moment. */
  int discoveries(Instant now) {
    return detector.discoveries(now);
  }

  void tellElsewhere(int count, Instant now) {
    detector.tellElsewhere(count, now);
  }

  /** All that later decisions depend on. */
  public byte[] snapshot() {
    return IncidentsSnapshot.write(this);
  }

  /**
   * A brand as it was.
   *
   * @param settings and {@code brand} as they were; the service map may be another
   * @throws IllegalArgumentException if the bytes are no such snapshot, or cut off
   */
  public static Incidents restore(
      String brand, IncidentSettings settings, ServiceMap services, byte[] snapshot) {
    return IncidentsSnapshot.read(brand, settings, services, snapshot);
  }
}
