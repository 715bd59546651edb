package dev.switchboard.engine.incident.detection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
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

  /** A stream with so much of the brand's reports holds many things. */
  private static final double BROAD_SHARE = 0.08;

  /** Under this an author is counted once in all themes. */
  private static final long ANY_THEME = Headings.of(new Evidence.Theme(-1));

  private final String brand;
  private final DetectionSettings settings;
  final Map<EvidenceKind, Purse> purses = new EnumMap<>(EvidenceKind.class);
  final Streams streams;
  final Incidents incidents;
  Baseline baseline = new Baseline();
  Themes themes = new Themes();
  SeenAuthors seen = new SeenAuthors();
  RecentReports recent = new RecentReports();
  Discoveries discoveries = new Discoveries();
  Storm storm = new Storm();
  double clock = Double.NEGATIVE_INFINITY;

  /** A detector that has seen nothing. */
  public Detector(String brand, DetectionSettings settings) {
    this.brand = brand;
    this.settings = settings;
    this.streams = new Streams(settings.forgetAfterHours());
    this.incidents = new Incidents(settings);
    for (EvidenceKind kind : EvidenceKind.values()) {
      purses.put(kind, new Purse(kind.share() * settings.brandShare()));
    }
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
    baseline.pass(clock);
    storm.pass(clock);
    streams.sweep(clock);
    long author = Headings.of(report.author());
    Pool pool = new Pool();
    List<Evidence> evidence = new ArrayList<>(report.evidence());
    evidence.addAll(playThemes(report, author, pool));
    RecentReports.Recent counted =
        new RecentReports.Recent(clock, report.post(), author, List.copyOf(evidence));
    recent.add(counted);
    count(report, author, pool);
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
      if (incident.number == storm.incident()) {
        storm.end();
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
              pool.streams().forEach(this::clearBets);
            });
  }

  /** Plays the themes on a report of somebody who has not reported today; those it joins. */
  private List<Evidence> playThemes(GroupedReport report, long author, Pool pool) {
    int[] words = Themes.words(report.evidence());
    if (words.length == 0 || !seen.isFirst(clock, ANY_THEME, author)) {
      return List.of();
    }
    List<Evidence> joined = new ArrayList<>();
    double rate = storm.isLive() ? storm.perHour(baseline.rate()) : baseline.rate();
    for (Themes.Joined each : themes.play(clock, report.post(), words, rate, storm)) {
      Evidence theme = new Evidence.Theme(each.theme().anchor);
      joined.add(theme);
      pool.add(new Played(theme, each.theme()::sightings, each.worth(), false));
    }
    themes.begin(clock, report.post(), words, rate, storm, purse(EvidenceKind.THEME));
    return joined;
  }

  /** Counts the report in each of its streams. */
  private void count(GroupedReport report, long author, Pool pool) {
    streams.offer(clock, baseline.ofDay());
    long[] hashes = Headings.of(report.evidence());
    for (int i = 0; i < hashes.length; i++) {
      if (seen.isFirst(clock, hashes[i], author)) {
        pool.add(count(report.evidence().get(i), hashes[i], report.post()));
      }
    }
    if (seen.isFirst(clock, Headings.VOLUME, author)) {
      pool.add(count(Evidence.VOLUME, Headings.VOLUME, report.post()));
      baseline.count();
    }
  }

  private Played count(Evidence heading, long hash, long post) {
    Stream stream = streams.of(heading, hash);
    Growth growth = streams.growth(heading.kind());
    Habit habit = Habit.of(heading.kind());
    boolean whole = heading.kind() == EvidenceKind.VOLUME;
    Fading passed = stream.pass(clock, whole ? clock : storm.hours());
    double expected =
        whole ? baseline.volumeRate() : stream.expected(passed, baseline, habit, growth.factor());
    double ofTime = expected;
    if (storm.isLive() && !whole) {
      double share = stream.shareInStorm(stream.share(baseline, habit, growth.factor()), storm);
      expected = share * storm.perHour(baseline.rate());
      ofTime = share * storm.volumePerHour();
      stream.countInStorm();
    }
    grow(stream, growth);
    double brand = storm.isLive() ? storm.volumePerHour() : baseline.rate();
    boolean broad = !stream.isYoung() && ofTime >= BROAD_SHARE * brand;
    double worth = stream.see(post, expected, ofTime);
    stream.stake(purse(heading.kind()).take(clock), storm.wentByReports() && !whole);
    return new Played(heading, stream::sightings, worth, broad);
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

  private void grow(Stream stream, Growth growth) {
    if (stream.isNew()) {
      growth.born();
    } else if (stream.isYoung()) {
      growth.joined();
      if (stream.isLastOfYouth()) {
        growth.grewUp(stream.ofDay() + 1);
      }
    }
  }

  Purse purse(EvidenceKind kind) {
    Purse purse = purses.get(kind);
    if (purse == null) {
      throw new IllegalStateException("no purse of " + kind);
    }
    return purse;
  }

  /** The purest first: it says best what the others say too, and takes them in. */
  private void decide(List<Candidate> candidates, Instant now, List<IncidentDecision> decisions) {
    candidates.sort(
        Comparator.comparingDouble(Candidate::purity)
            .thenComparingDouble(Candidate::logEvidence)
            .reversed());
    for (Candidate candidate : candidates) {
      clearBets(candidate.stream());
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
      storm.begin(incident);
      incidents.find(incident).ifPresent(each -> each.storm = true);
    }
  }

  private void clearBets(Evidence stream) {
    if (stream instanceof Evidence.Theme(long anchor)) {
      themes.clearBets(anchor);
    } else {
      streams.of(stream, Headings.of(stream)).clearBets();
    }
  }

  private IncidentDecision open(
      Candidate candidate, List<RecentReports.Recent> reports, Instant now) {
    Finding.During during = incidents.during(candidate, storm).orElse(null);
    Finding finding =
        Telling.of(candidate, reports, streams, baseline, settings.falseShare(), during);
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
