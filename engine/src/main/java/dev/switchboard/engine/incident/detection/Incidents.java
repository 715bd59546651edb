package dev.switchboard.engine.incident.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A brand's incidents: which one a report or a candidate belongs to, and how each goes on. */
final class Incidents {
  /** A candidate that shares so much of its evidence with an incident tells nothing new. */
  private static final double SAME_SHARE = 0.4;

  /** So much, and the candidate's stream is the incident's too. */
  private static final double OWN_SHARE = 0.5;

  /** What is coarse holds other things too: later growth below it is something else. */
  private static final double COARSE_HOURS = 1;

  /** What is coarse comes back under its name only soon after. */
  private static final double COARSE_REOPEN_HOURS = 12;

  /** So many of a candidate's reports are like a closed incident's, and it is that one again. */
  private static final double BACK_SHARE = 0.6;

  private static final double SETTLE_HOURS = 1;

  private final DetectionSettings settings;
  private final List<LiveIncident> incidents = new ArrayList<>();
  private long lastNumber;

  Incidents(DetectionSettings settings) {
    this.settings = settings;
  }

  LiveIncident begin() {
    LiveIncident incident = new LiveIncident(++lastNumber);
    incidents.add(incident);
    return incident;
  }

  Optional<LiveIncident> find(long number) {
    return incidents.stream().filter(incident -> incident.number == number).findFirst();
  }

  /** The live incidents that hold this post. */
  List<Long> holding(long post) {
    List<Long> holding = new ArrayList<>();
    for (LiveIncident incident : incidents) {
      if (incident.isLive() && incident.holds(post)) {
        holding.add(incident.number);
      }
    }
    return holding;
  }

  /** The live incidents that this report adds to, after it was added. */
  List<LiveIncident> add(RecentReports.Recent report) {
    List<LiveIncident> joined = new ArrayList<>();
    for (LiveIncident incident : incidents) {
      if (incident.isLive() && incident.isLike(report) && incident.add(report)) {
        joined.add(incident);
      }
    }
    return joined;
  }

  /** A live incident that explains this candidate; it takes the candidate's stream in. */
  Optional<LiveIncident> absorb(Candidate candidate, List<RecentReports.Recent> reports) {
    for (LiveIncident incident : incidents) {
      if (!incident.isLive()) {
        continue;
      }
      boolean later = isLater(candidate, incident);
      double share = sharedWith(incident, candidate, reports, later);
      boolean sameStream = incident.keys.contains(candidate.stream());
      boolean own = !incident.isCoarse() || candidate.isCoarse() || !later;
      if (sameStream && own || share >= (later ? OWN_SHARE : SAME_SHARE)) {
        boolean whole = candidate.stream().kind() == EvidenceKind.VOLUME && incident.isCoarse();
        if (whole || share >= OWN_SHARE && !candidate.isCoarse()) {
          incident.addKey(candidate);
        }
        return Optional.of(incident);
      }
    }
    return Optional.empty();
  }

  /** The storm in which what is opened for this candidate began, if there is one. */
  Optional<Finding.During> during(Candidate candidate, Storm storm) {
    return storm.isLive() && candidate.stream().kind() != EvidenceKind.VOLUME
        ? find(storm.incident())
            .map(
                incident ->
                    new Finding.During(
                        incident.number,
                        Hours.instant(Math.min(settled(incident), candidate.onset().from()))))
        : Optional.empty();
  }

  /**
   * A closed incident that this candidate brings back: by its stream, or by most of its reports.
   */
  Optional<LiveIncident> comingBack(Candidate candidate, List<RecentReports.Recent> reports) {
    return incidents.reversed().stream()
        .filter(incident -> !incident.isLive())
        .filter(
            incident ->
                candidate.hour() - incident.quietSince <= backWithin(incident, candidate, reports))
        .findFirst();
  }

  /** For how many hours after its end a candidate brings an incident back; below 0 if never. */
  private double backWithin(
      LiveIncident incident, Candidate candidate, List<RecentReports.Recent> reports) {
    boolean sameStream = incident.keys.contains(candidate.stream());
    if (sameStream && !candidate.isCoarse() || shareLike(incident, reports) >= BACK_SHARE) {
      return settings.reopenWithinHours();
    }
    return sameStream ? Math.min(COARSE_REOPEN_HOURS, settings.reopenWithinHours()) : -1;
  }

  /** How many of these reports are of one of its fine streams. */
  private static double shareLike(LiveIncident incident, List<RecentReports.Recent> reports) {
    return incident.isCoarse() || reports.isEmpty()
        ? 0
        : reports.stream().filter(incident::isFinelyLike).count() / (double) reports.size();
  }

  /**
   * Whether it began when it was known what is the incident's own: after an hour, or in a storm
   * after {@link LiveIncident#SETTLING_CUSTOMERS}. Themes are compared with texts from before, so
   * to them all of a storm is new.
   */
  private static boolean isLater(Candidate candidate, LiveIncident incident) {
    double hour = incident.openedHour + COARSE_HOURS;
    if (!incident.storm) {
      return candidate.onsetHour() > hour;
    }
    return switch (candidate.stream().kind()) {
      case THEME -> false;
      case VOLUME -> candidate.onsetHour() > hour;
      case ABOUT, GROUP, TERM -> candidate.onsetHour() > settled(incident);
    };
  }

  private static double settled(LiveIncident incident) {
    return Math.min(incident.openedHour + COARSE_HOURS, incident.settledHour);
  }

  /** What came later is an incident's own by its fine streams only; a storm's never. */
  private static double sharedWith(
      LiveIncident incident,
      Candidate candidate,
      List<RecentReports.Recent> reports,
      boolean later) {
    if (later) {
      return incident.storm ? 0 : shareLike(incident, reports);
    }
    long shared =
        candidate.since().stream().filter(sighting -> incident.holds(sighting.post())).count();
    return shared / (double) candidate.since().size();
  }

  /** Those that have become quiet since last asked, now marked so. */
  List<LiveIncident> becomeQuiet(double hour) {
    List<LiveIncident> quiet = new ArrayList<>();
    for (LiveIncident incident : incidents) {
      boolean settled = hour - incident.openedHour >= SETTLE_HOURS;
      if (incident.standing == LiveIncident.Standing.OPEN && settled && incident.isQuiet(hour)) {
        incident.standing = LiveIncident.Standing.DECAYED;
        incident.quietSince = hour;
        quiet.add(incident);
      } else if (incident.standing == LiveIncident.Standing.DECAYED && !incident.isQuiet(hour)) {
        incident.standing = LiveIncident.Standing.OPEN;
        incident.quietSince = Double.NaN;
      }
    }
    return quiet;
  }

  /** Those that have been quiet for long, now closed; long closed ones are forgotten. */
  List<LiveIncident> close(double hour) {
    List<LiveIncident> closed = new ArrayList<>();
    for (LiveIncident incident : incidents) {
      if (incident.standing == LiveIncident.Standing.DECAYED
          && hour - incident.quietSince >= settings.closeAfterHours()) {
        incident.standing = LiveIncident.Standing.CLOSED;
        incident.quietSince = hour;
        closed.add(incident);
      }
    }
    incidents.removeIf(
        incident ->
            !incident.isLive() && hour - incident.quietSince > settings.reopenWithinHours());
    return closed;
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(lastNumber);
    out.writeInt(incidents.size());
    for (LiveIncident incident : incidents) {
      incident.write(out);
    }
  }

  void readInto(DataInput in) throws IOException {
    lastNumber = in.readLong();
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      incidents.add(LiveIncident.read(in));
    }
  }
}
