package dev.switchboard.engine.incident.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The brand's last reports with their evidence, so that an incident can be put into words. */
final class RecentReports {
  /** A counted report. */
  record Recent(double hour, long post, long author, List<Evidence> evidence) {}

  private static final int MAX_REPORTS = 4_096;
  private static final double KEPT_HOURS = 24;

  private final ArrayDeque<Recent> reports = new ArrayDeque<>();

  void add(Recent report) {
    while (!reports.isEmpty()
        && (reports.size() == MAX_REPORTS
            || reports.getFirst().hour() < report.hour() - KEPT_HOURS)) {
      reports.removeFirst();
    }
    reports.add(report);
  }

  /** Those of these posts that are still known, oldest first. */
  List<Recent> of(Collection<Sighting> sightings) {
    if (sightings.isEmpty()) {
      return List.of();
    }
    Set<Long> posts = new HashSet<>();
    double from = Double.POSITIVE_INFINITY;
    for (Sighting sighting : sightings) {
      posts.add(sighting.post());
      from = Math.min(from, sighting.hour());
    }
    List<Recent> found = new ArrayList<>();
    for (var newest = reports.descendingIterator(); newest.hasNext(); ) {
      Recent report = newest.next();
      if (report.hour() < from) {
        break;
      }
      if (posts.contains(report.post())) {
        found.add(report);
      }
    }
    return found.reversed();
  }

  /** How often each heading occurs in these reports. */
  static Map<Evidence, Integer> counts(List<Recent> reports) {
    Map<Evidence, Integer> counts = new LinkedHashMap<>();
    for (Recent report : reports) {
      for (Evidence evidence : report.evidence()) {
        counts.merge(evidence, 1, Integer::sum);
      }
    }
    return counts;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(reports.size());
    for (Recent report : reports) {
      out.writeDouble(report.hour());
      out.writeLong(report.post());
      out.writeLong(report.author());
      out.writeByte(report.evidence().size());
      for (Evidence evidence : report.evidence()) {
        EvidenceBytes.write(evidence, out);
      }
    }
  }

  static RecentReports read(DataInput in) throws IOException {
    RecentReports read = new RecentReports();
    Map<Evidence, Evidence> shared = new HashMap<>();
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      double hour = in.readDouble();
      long post = in.readLong();
      long author = in.readLong();
      List<Evidence> evidence = new ArrayList<>();
      int headings = in.readUnsignedByte();
      for (int j = 0; j < headings; j++) {
        evidence.add(shared.computeIfAbsent(EvidenceBytes.read(in), same -> same));
      }
      read.reports.add(new Recent(hour, post, author, List.copyOf(evidence)));
    }
    return read;
  }
}
