package dev.switchboard.engine.incident;

import dev.switchboard.engine.incident.change.Change;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The brand's changes of the last two days. */
final class KnownChanges {
  static final Duration KEPT = Duration.ofHours(48);
  static final int MAX_CHANGES = 2_000;

  private final Map<String, Change> changes = new LinkedHashMap<>();

  /** Whether it is new, and not too old to matter. */
  boolean add(Change change, Instant now) {
    sweep(now);
    boolean fresh = !change.startedAt().isBefore(now.minus(KEPT));
    if (!fresh || changes.putIfAbsent(change.id(), change) != null) {
      return false;
    }
    if (changes.size() > MAX_CHANGES) {
      changes.values().stream()
          .min(Comparator.comparing(Change::startedAt).thenComparing(Change::id))
          .ifPresent(oldest -> changes.remove(oldest.id()));
    }
    return true;
  }

  Collection<Change> all() {
    return changes.values();
  }

  /** Those that began within so long before that moment, or later. */
  List<Change> since(Instant earliest) {
    List<Change> since = new ArrayList<>(changes.values());
    since.removeIf(change -> change.startedAt().isBefore(earliest));
    return since;
  }

  private void sweep(Instant now) {
    changes.values().removeIf(change -> change.startedAt().isBefore(now.minus(KEPT)));
  }

  void write(DataOutput out) throws IOException {
    Bytes.writeAll(changes.values(), CauseBytes::write, out);
  }

  void readInto(DataInput in) throws IOException {
    for (Change change : Bytes.readAll(CauseBytes::readChange, in)) {
      changes.put(change.id(), change);
    }
  }
}
