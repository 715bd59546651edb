package dev.switchboard.engine.incident.detection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says when a brand's reports are an incident. Deterministic: the same reports and moments give the
 * same decisions, also after {@link #snapshot} and {@link #restore} in their midst. One thread at a
 * time. A report costs a bounded amount of work for each of its headings; memory is bounded by the
 * reports of {@link DetectionSettings#forgetAfterHours}.
 *
 * <p>What it promises: while each stream's rate of new customers, given all that went before, is at
 * most what the baseline expects, at most {@link DetectionSettings#falseShare} of the incidents
 * opened in a week are false, in expectation, however streams and brands depend on each other. An
 * incident that several streams open together ({@link Pool}) is false if nothing happens in any.
 */
public final class Detector {
  /** Noise asks for at most so many times the least number of customers. */
  public static final int MOST_NOISY = 4;

  /** At least this share of what is seen must be more than was expected. */
  private static final double LEAST_PURITY = 0.5;

  private final String brand;
  private final DetectionSettings settings;
  final Counting counting;
  final Streams streams;
  final Incidents incidents;
  RecentReports recent = new RecentReports();
  Discoveries discoveries = new Discoveries();
  double clock = Double.NEGATIVE_INFINITY;

  /** A detector that has seen nothing. */
  public Detector(String brand, DetectionSettings settings) {
    this.brand = brand;
    this.settings = settings;
    this.counting = new Counting(settings);
    this.streams = counting.streams;
    this.incidents = new Incidents(settings);
  }

  /** Whose reports it reads. */
  public String brand() {
    return brand;
  }

  /**
   * Counts a report. One that was written before the last one counts as of then; a duplicate is no
   * evidence, but {@link #noise}.
   *
   * @param now when it is decided, for the decisions; not before any earlier one
   * @return what became of incidents, in order; often empty
   * @throws IllegalArgumentException if it is another brand's report
   */
  public List<IncidentDecision> on(GroupedReport report, Instant now) {
    if (!report.brand().equals(brand)) {
      throw new IllegalArgumentException(
          "a report of brand \"%s\" came to the detector of \"%s\""
              .formatted(report.brand(), brand));
    }
    if (report.duplicate()) {
      report.evidence().forEach(heading -> noise(heading, 1, report.at()));
      return List.of();
    }
    List<IncidentDecision> decisions = new ArrayList<>(advance(now));
    clock = Math.max(clock, Hours.of(report.at()));
    counting.pass(clock);
    long author = Headings.of(report.author());
    Pool pool = new Pool();
    List<Evidence> evidence = new ArrayList<>(report.evidence());
    evidence.addAll(counting.playThemes(report, author, clock, pool));
    RecentReports.Recent counted =
        new RecentReports.Recent(clock, report.post(), author, List.copyOf(evidence));
    recent.add(counted);
    counting.count(report, author, clock, pool);
    List<Candidate> candidates = pool.enough(discoveries, settings.falseShare(), clock);
    candidates.removeIf(candidate -> !isLargeEnough(candidate));
    for (LiveIncident incident : incidents.add(counted)) {
      if (incident.hasGrown()) {
        decisions.add(
            new IncidentDecision.Grew(
                incident.number,
                brand,
                now,
                incident.customers(),
                incident.perHour(clock),
                incident.tell()));
      }
    }
    if (candidates.isEmpty()) {
      decideTogether(pool, now, decisions);
    } else {
      decide(candidates, now, decisions);
    }
    return decisions;
  }

  /**
   * Something that is no report was said of the same: a copy of a report, or chatter. It never
   * opens anything. Where it outnumbers a group's customers, people pass on a joke or a giveaway,
   * some of which triage took for reports: more customers are needed then, up to {@link
   * #MOST_NOISY} times as many.
   *
   * @param heading as one of a report; only groups are looked at
   * @param posts how many were said, 1 or more
   */
  public void noise(Evidence heading, int posts, Instant at) {
    Stream stream = heading.kind() == EvidenceKind.GROUP ? streams.find(heading) : null;
    if (stream != null) {
      stream.noise(Math.max(clock, Hours.of(at)), posts);
    }
  }

  /**
   * Lets time pass: incidents decay and close.
   *
   * @param now not before any earlier moment
   */
  public List<IncidentDecision> advance(Instant now) {
    double hour = Hours.of(now);
    List<IncidentDecision> decisions = new ArrayList<>();
    for (LiveIncident incident : incidents.becomeQuiet(hour)) {
      decisions.add(
          new IncidentDecision.Decayed(
              incident.number, brand, now, incident.customers(), incident.perHour(hour)));
    }
    for (LiveIncident incident : incidents.close(hour)) {
      decisions.add(
          new IncidentDecision.Closed(
              incident.number, brand, now, incident.customers(), incident.tell()));
      if (incident.number == counting.storm.incident()) {
        counting.storm.end();
      }
    }
    return decisions;
  }

  /** How much an incident holds; empty if there is none or it was forgotten. */
  public Optional<Tally> find(long incident) {
    return incidents.find(incident).map(LiveIncident::tally);
  }

  /** The live incidents that count this post, the oldest first. */
  public List<Long> holding(long post) {
    return incidents.holding(post);
  }

  /**
   * The posts of a day at most that an incident counts or that share one of its streams, oldest
   * first; empty if there is no such incident.
   */
  public List<Long> postsLike(long incident) {
    return incidents.find(incident).map(recent::like).orElse(List.of());
  }

  /** Of the posts of a day at most those that an incident counts, oldest first. */
  public List<Long> postsOf(long incident) {
    return incidents.find(incident).map(recent::heldBy).orElse(List.of());
  }

  /** How many incidents this brand opened, or opened again, in the week of that moment. */
  public int discoveries(Instant now) {
    return discoveries.here(Hours.of(now));
  }

  /**
   * Tells how many incidents the other brands have opened in the week of that moment. It makes
   * opening easier, as the promise allows; too few is safe, too many breaks the promise.
   */
  public void tellElsewhere(int count, Instant now) {
    discoveries.tell(Hours.week(Hours.of(now)), count);
  }

  private void decideTogether(Pool pool, Instant now, List<IncidentDecision> decisions) {
    pool.together(discoveries, settings.falseShare(), clock, this::isLargeEnough)
        .ifPresent(
            candidate -> {
              decide(new ArrayList<>(List.of(candidate)), now, decisions);
              pool.streams().forEach(counting::clearBets);
            });
  }

  private boolean isLargeEnough(Candidate candidate) {
    if (candidate.customers() < settings.minCustomers() || candidate.purity() < LEAST_PURITY) {
      return false;
    }
    Map<Evidence, Integer> counts = RecentReports.counts(recent.of(candidate.since()));
    double copies = streams.noiseAround(counts, clock) / candidate.customers();
    double times = 1 + Math.min(MOST_NOISY - 1, Math.floor(copies));
    return candidate.customers() >= times * settings.minCustomers();
  }

  /** The purest first: it says best what the others say too, and takes them in. */
  private void decide(List<Candidate> candidates, Instant now, List<IncidentDecision> decisions) {
    candidates.sort(
        Comparator.comparingDouble(Candidate::purity)
            .thenComparingDouble(Candidate::logEvidence)
            .reversed());
    for (Candidate candidate : candidates) {
      counting.clearBets(candidate.stream());
      List<RecentReports.Recent> reports = recent.of(candidate.since());
      Optional<LiveIncident> known = incidents.absorb(candidate, reports);
      if (known.isPresent()) {
        reports.forEach(known.get()::add);
        rage(candidate, known.get().number);
      } else {
        IncidentDecision opened = open(candidate, reports, now);
        decisions.add(opened);
        discoveries.found(clock);
        rage(candidate, opened.incident());
      }
    }
  }

  /** The brand's whole volume is an incident: what is finer is judged by shares from now on. */
  private void rage(Candidate candidate, long incident) {
    if (candidate.stream().kind() == EvidenceKind.VOLUME) {
      counting.storm.begin(incident);
      incidents.find(incident).ifPresent(each -> each.storm = true);
    }
  }

  private IncidentDecision open(
      Candidate candidate, List<RecentReports.Recent> reports, Instant now) {
    Finding.During during = incidents.during(candidate, counting.storm).orElse(null);
    Finding finding =
        Telling.of(candidate, reports, streams, counting.baseline, settings.falseShare(), during);
    Optional<LiveIncident> back = incidents.comingBack(candidate, reports);
    if (back.isPresent()) {
      LiveIncident incident = back.get();
      incident.times++;
      incident.open(candidate, reports);
      return new IncidentDecision.Reopened(incident.number, brand, now, incident.times, finding);
    }
    LiveIncident incident = incidents.begin();
    incident.open(candidate, reports);
    if (candidate.mayHaveOwnWords()) {
      incident.keys.addAll(Telling.ownWords(finding, reports));
    }
    return new IncidentDecision.Opened(incident.number, brand, now, finding);
  }

  /** All that it remembers; a detector restored from it decides as this one would. */
  public byte[] snapshot() {
    return DetectorSnapshot.write(this);
  }

  /**
   * A detector as it was.
   *
   * @param brand and {@code settings} as they were
   * @throws IllegalArgumentException if the bytes are no snapshot of such a detector
   */
  public static Detector restore(String brand, DetectionSettings settings, byte[] snapshot) {
    Detector detector = new Detector(brand, settings);
    DetectorSnapshot.readInto(detector, snapshot);
    return detector;
  }
}
