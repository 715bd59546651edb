package dev.switchboard.engine.incident;

import dev.switchboard.engine.incident.detection.Detector;
import dev.switchboard.engine.incident.detection.Finding;
import dev.switchboard.engine.incident.detection.IncidentDecision;
import dev.switchboard.engine.incident.detection.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes what detection decides into the incidents' files, and says what that means. */
final class Ledger {
  private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);

  private final String brand;
  private final Files files;
  private final Detector detector;
  private final RecentReports recent;
  private final IncidentView view;
  Instant sweptAt = Instant.EPOCH;

  Ledger(String brand, Files files, Detector detector, RecentReports recent, IncidentView view) {
    this.brand = brand;
    this.files = files;
    this.detector = detector;
    this.recent = recent;
    this.view = view;
  }

  List<IncidentEvent> write(IncidentDecision decision) {
    return switch (decision) {
      case IncidentDecision.Opened opened -> open(opened);
      case IncidentDecision.Reopened back ->
          known(back).map(f -> reopen(f, back)).orElse(List.of());
      case IncidentDecision.Grew grew -> known(grew).map(f -> grow(f, grew)).orElse(List.of());
      case IncidentDecision.Decayed quiet ->
          known(quiet).map(f -> quieten(f, quiet)).orElse(List.of());
      case IncidentDecision.Closed closed ->
          known(closed).map(f -> close(f, closed.at())).orElse(List.of());
    };
  }

  private Optional<IncidentFile> known(IncidentDecision decision) {
    return Optional.ofNullable(files.find(decision.incident()));
  }

  private List<IncidentEvent> open(IncidentDecision.Opened opened) {
    Finding finding = opened.finding();
    IncidentFile file = new IncidentFile(opened.incident(), opened.at(), finding);
    files.add(file);
    begin(file);
    return List.of(new IncidentEvent.Opened(file.number, brand, opened.at(), finding));
  }

  private List<IncidentEvent> reopen(IncidentFile file, IncidentDecision.Reopened back) {
    file.found(back.finding());
    file.times++;
    file.startOver();
    begin(file);
    IncidentFile teller = files.teller(file);
    if (teller != file) {
      return goOn(teller, back.at());
    }
    return List.of(new IncidentEvent.Reopened(file.number, brand, back.at(), file.times, null));
  }

  /** Its first reports, and what was usual before them. */
  private void begin(IncidentFile file) {
    addMissing(file);
    file.before = CauseEvidence.before(file, recent.of(detector.postsLike(file.number)));
    file.before.forEach(report -> file.course.add(report.at));
    file.usual = CauseEvidence.usual(file, recent);
    file.terms = TellingTerms.of(file.reports, file.usual);
  }

  private List<IncidentEvent> grow(IncidentFile file, IncidentDecision.Grew grew) {
    addMissing(file);
    file.quiet = false;
    file.terms = TellingTerms.of(file.reports, file.usual);
    IncidentFile teller = files.teller(file);
    teller.rankingDue |= !CauseEvidence.wasEnough(file, grew.posts().size());
    List<IncidentEvent> events = new ArrayList<>(goOn(teller, grew.at()));
    events.add(
        new IncidentEvent.Grew(
            teller.number,
            brand,
            grew.at(),
            view.authors(files.partsOf(teller)),
            grew.customersPerHour(),
            grew.posts()));
    return events;
  }

  private List<IncidentEvent> goOn(IncidentFile file, Instant at) {
    if (file.state.isLive()) {
      return List.of();
    }
    file.goOn();
    return List.of(new IncidentEvent.Reopened(file.number, brand, at, file.times, null));
  }

  private List<IncidentEvent> quieten(IncidentFile file, IncidentDecision.Decayed decayed) {
    file.quiet = true;
    return !file.isLive()
        ? List.of()
        : List.of(
            new IncidentEvent.Quietened(
                file.number,
                brand,
                decayed.at(),
                view.authors(files.partsOf(file)),
                decayed.customersPerHour()));
  }

  private List<IncidentEvent> close(IncidentFile file, Instant at) {
    if (!file.state.isLive()) {
      return List.of();
    }
    file.end(IncidentState.CLOSED, at);
    return file.isMerged()
        ? List.of()
        : List.of(
            new IncidentEvent.Closed(file.number, brand, at, view.authors(files.partsOf(file))));
  }

  /** Counts a report that detection has just counted; the numbers that tell of it. */
  List<Long> count(KeptReport report) {
    for (long number : detector.holding(report.post)) {
      IncidentFile file = files.find(number);
      if (file != null && file.reports.add(report)) {
        file.course.add(report.at);
        file.tally = tally(number);
      }
    }
    return counting(report.post);
  }

  /** The numbers of live incidents that tell of a post. */
  List<Long> counting(long post) {
    List<Long> numbers = new ArrayList<>();
    for (long number : detector.holding(post)) {
      IncidentFile file = files.find(number);
      if (file != null && !file.reports.left.contains(post)) {
        long teller = files.teller(file).number;
        if (!numbers.contains(teller)) {
          numbers.add(teller);
        }
      }
    }
    return numbers;
  }

  private void addMissing(IncidentFile file) {
    file.tally = tally(file.number);
    for (KeptReport report : file.reports.addMissing(recent.of(detector.postsOf(file.number)))) {
      file.course.add(report.at);
    }
  }

  private Tally tally(long number) {
    return detector.find(number).orElse(Tally.NONE);
  }

  /** Every hour, forgets what detection has forgotten; what people kept open until then closes. */
  List<IncidentEvent> forget(Instant now) {
    if (now.isBefore(sweptAt.plus(BETWEEN_SWEEPS))) {
      return List.of();
    }
    sweptAt = now;
    List<IncidentEvent> events = new ArrayList<>();
    for (IncidentFile file : List.copyOf(files.all())) {
      List<IncidentFile> parts = files.partsOf(file);
      boolean over = parts.stream().allMatch(part -> detector.find(part.number).isEmpty());
      if (!file.isMerged() && over) {
        events.addAll(close(file, now));
        files.removeIf(parts::contains);
      }
    }
    return events;
  }
}
