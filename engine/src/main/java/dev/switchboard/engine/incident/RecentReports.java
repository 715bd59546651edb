package dev.switchboard.engine.incident;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The brand's last reports, as far back as detection remembers. */
final class RecentReports {
  static final int MAX_REPORTS = 4_096;
  static final Duration KEPT = Duration.ofHours(24);

  private final ArrayDeque<KeptReport> reports = new ArrayDeque<>();
  private final Map<Long, KeptReport> byPost = new HashMap<>();

  void add(KeptReport report) {
    while (!reports.isEmpty()
        && (reports.size() >= MAX_REPORTS
            || reports.getFirst().at.isBefore(report.at.minus(KEPT)))) {
      byPost.remove(reports.removeFirst().post);
    }
    if (byPost.putIfAbsent(report.post, report) == null) {
      reports.add(report);
    }
  }

  Optional<KeptReport> find(long post) {
    return Optional.ofNullable(byPost.get(post));
  }

  /** Those of these posts that are still known, in the order given. */
  List<KeptReport> of(Collection<Long> posts) {
    return posts.stream().map(byPost::get).filter(Objects::nonNull).toList();
  }

  /** The latest first. */
  Iterable<KeptReport> latestFirst() {
    return reports::descendingIterator;
  }

  void write(DataOutput out) throws IOException {
    Bytes.writeAll(reports, KeptReport::write, out);
  }

  void readInto(DataInput in) throws IOException {
    for (KeptReport report : Bytes.readAll(KeptReport::read, in)) {
      reports.add(report);
      byPost.put(report.post, report);
    }
  }
}
