package dev.switchboard.engine.incident;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An incident's reports: the first with their texts, the latest without, those between forgotten.
 */
final class IncidentReports {
  static final int MAX_FIRST = 1_000;
  static final int MAX_LATEST = 4_000;

  private final Map<Long, KeptReport> first = new LinkedHashMap<>();
  private final Map<Long, KeptReport> latest = new LinkedHashMap<>();

  /** Posts that people took out. */
  final Set<Long> left = new HashSet<>();

  private int forgotten;

  /** Adds a report that came just now; whether it was not there. */
  boolean add(KeptReport report) {
    if (holds(report.post)) {
      return false;
    }
    if (first.size() < MAX_FIRST) {
      first.put(report.post, report);
    } else {
      latest.put(report.post, report.withoutText());
      if (latest.size() > MAX_LATEST) {
        latest.remove(latest.keySet().iterator().next());
        forgotten++;
      }
    }
    return true;
  }

  /** Adds those of earlier reports that are missing; these. */
  List<KeptReport> addMissing(Collection<KeptReport> earlier) {
    return forgotten > 0 ? List.of() : earlier.stream().filter(this::add).toList();
  }

  boolean holds(long post) {
    return first.containsKey(post) || latest.containsKey(post);
  }

  /** Those that are remembered and were not taken out. */
  Stream<KeptReport> all() {
    return Stream.concat(first.values().stream(), latest.values().stream())
        .filter(report -> !left.contains(report.post));
  }

  /** All with their texts that were not taken out. */
  Stream<KeptReport> withTexts() {
    return first.values().stream().filter(report -> !left.contains(report.post));
  }

  /** How many are remembered, with those taken out. */
  int remembered() {
    return first.size() + latest.size();
  }

  /** How many customers are remembered, with those taken out. */
  int rememberedAuthors() {
    Set<String> authors = new HashSet<>();
    first.values().forEach(report -> authors.add(report.author()));
    latest.values().forEach(report -> authors.add(report.author()));
    return authors.size();
  }

  void write(DataOutput out) throws IOException {
    Bytes.writeAll(first.values(), KeptReport::write, out);
    Bytes.writeAll(latest.values(), KeptReport::write, out);
    Bytes.writeLongs(left.stream().sorted().toList(), out);
    out.writeInt(forgotten);
  }

  static IncidentReports read(DataInput in) throws IOException {
    IncidentReports read = new IncidentReports();
    Bytes.readAll(KeptReport::read, in).forEach(report -> read.first.put(report.post, report));
    Bytes.readAll(KeptReport::read, in).forEach(report -> read.latest.put(report.post, report));
    read.left.addAll(Bytes.readLongs(in));
    read.forgotten = in.readInt();
    return read;
  }
}
