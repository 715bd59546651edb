package dev.switchboard.engine.incident.detection;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** An incident and how it goes on. */
final class LiveIncident {
  /** Where it stands; the order is part of snapshots. */
  enum Standing {
    OPEN,
    DECAYED,
    CLOSED
  }

  private static final double RATE_HOURS = 1;
  private static final double GREW_BY = 1.5;

  /** So many customers after it opened, a storm has shown what it is about. */
  static final int SETTLING_CUSTOMERS = 300;

  private static final int MAX_REMEMBERED = 100_000;

  final long number;
  final Set<Evidence> keys = new LinkedHashSet<>();

  /** Those of its keys that hold many things. */
  private final Set<Evidence> coarse = new LinkedHashSet<>();

  Standing standing = Standing.OPEN;
  double openedHour;
  double settledHour = Double.POSITIVE_INFINITY;
  double quietSince = Double.NaN;
  int times;

  /** Whether the brand's whole volume is in it, or grew because of it. */
  boolean storm;

  private double expectedPerHour;
  private double peakPerHour;
  private int toldCustomers;
  private int openedCustomers;
  private final List<Long> untold = new ArrayList<>();
  private Decaying rate = new Decaying();
  private LongSet customers = new LongSet();
  private LongSet posts = new LongSet();

  LiveIncident(long number) {
    this.number = number;
  }

  /** Opens it, or opens it again. */
  void open(Candidate candidate, List<RecentReports.Recent> reports) {
    standing = Standing.OPEN;
    openedHour = candidate.hour();
    quietSince = Double.NaN;
    expectedPerHour = candidate.expectedPerHour();
    addKey(candidate);
    peakPerHour = 0;
    reports.forEach(this::add);
    untold.clear();
    toldCustomers = customers.size();
    settledHour = Double.POSITIVE_INFINITY;
    openedCustomers = customers.size();
    storm = false;
  }

  /** Takes a candidate's stream in. */
  void addKey(Candidate candidate) {
    keys.add(candidate.stream());
    if (candidate.isCoarse()) {
      coarse.add(candidate.stream());
    }
  }

  /** Whether it is known by nothing but streams that hold many things. */
  boolean isCoarse() {
    return keys.contains(Evidence.VOLUME) || coarse.containsAll(keys);
  }

  /** Adds a report; whether it was not there. */
  boolean add(RecentReports.Recent report) {
    if (posts.size() >= MAX_REMEMBERED || !posts.add(report.post())) {
      return false;
    }
    if (untold.size() < Finding.MAX_POSTS) {
      untold.add(report.post());
    }
    if (customers.add(report.author())) {
      rate.add(report.hour(), RATE_HOURS, 1 / RATE_HOURS);
      peakPerHour = Math.max(peakPerHour, rate.at(report.hour(), RATE_HOURS));
      if (customers.size() == openedCustomers + SETTLING_CUSTOMERS) {
        settledHour = report.hour();
      }
    }
    return true;
  }

  /** Whether a report is of one of its streams. */
  boolean isLike(RecentReports.Recent report) {
    return keys.contains(Evidence.VOLUME) || report.evidence().stream().anyMatch(keys::contains);
  }

  /** The same of groups, words and themes only. */
  boolean isFinelyLike(RecentReports.Recent report) {
    return report.evidence().stream()
        .anyMatch(each -> keys.contains(each) && !coarse.contains(each));
  }

  Tally tally() {
    return new Tally(posts.size(), customers.size(), expectedPerHour);
  }

  boolean holds(long post) {
    return posts.contains(post);
  }

  boolean isLive() {
    return standing != Standing.CLOSED;
  }

  int customers() {
    return customers.size();
  }

  double perHour(double hour) {
    return rate.at(hour, RATE_HOURS);
  }

  /** New customers come as they would without it, or at a quarter of the peak. */
  boolean isQuiet(double hour) {
    return perHour(hour) <= Math.max(peakPerHour / 4, 1.5 * expectedPerHour + 0.5);
  }

  /** Whether it is time to say that it grew. */
  boolean hasGrown() {
    return customers.size() >= GREW_BY * toldCustomers;
  }

  /** The reports not yet told of; from now on they are. */
  List<Long> tell() {
    List<Long> told = List.copyOf(untold);
    untold.clear();
    toldCustomers = customers.size();
    return told;
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(number);
    out.writeInt(keys.size());
    for (Evidence key : keys) {
      EvidenceBytes.write(key, out);
    }
    out.writeInt(coarse.size());
    for (Evidence key : coarse) {
      EvidenceBytes.write(key, out);
    }
    out.writeByte(standing.ordinal());
    out.writeDouble(openedHour);
    out.writeDouble(quietSince);
    out.writeInt(times);
    out.writeDouble(expectedPerHour);
    out.writeDouble(peakPerHour);
    out.writeInt(toldCustomers);
    out.writeDouble(settledHour);
    out.writeInt(openedCustomers);
    out.writeBoolean(storm);
    out.writeInt(untold.size());
    for (long post : untold) {
      out.writeLong(post);
    }
    rate.write(out);
    customers.write(out);
    posts.write(out);
  }

  static LiveIncident read(DataInput in) throws IOException {
    LiveIncident read = new LiveIncident(in.readLong());
    int keys = in.readInt();
    for (int i = 0; i < keys; i++) {
      read.keys.add(EvidenceBytes.read(in));
    }
    int coarse = in.readInt();
    for (int i = 0; i < coarse; i++) {
      read.coarse.add(EvidenceBytes.read(in));
    }
    read.standing = Standing.values()[in.readByte()];
    read.openedHour = in.readDouble();
    read.quietSince = in.readDouble();
    read.times = in.readInt();
    read.expectedPerHour = in.readDouble();
    read.peakPerHour = in.readDouble();
    read.toldCustomers = in.readInt();
    read.settledHour = in.readDouble();
    read.openedCustomers = in.readInt();
    read.storm = in.readBoolean();
    int untold = in.readInt();
    for (int i = 0; i < untold; i++) {
      read.untold.add(in.readLong());
    }
    read.rate = Decaying.read(in);
    read.customers = LongSet.read(in);
    read.posts = LongSet.read(in);
    return read;
  }
}
