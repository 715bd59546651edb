package dev.switchboard.engine.incident;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A brand's incident files by number, and which of them tell of others. */
final class Files {
  private final Map<Long, IncidentFile> byNumber = new TreeMap<>();

  void add(IncidentFile file) {
    byNumber.put(file.number, file);
  }

  @Nullable IncidentFile find(long number) {
    return byNumber.get(number);
  }

  /** The file that tells of this one now, after merges. */
  IncidentFile teller(IncidentFile file) {
    IncidentFile at = file;
    while (at.mergedInto != null) {
      IncidentFile up = byNumber.get(at.mergedInto);
      if (up == null) {
        return at;
      }
      at = up;
    }
    return at;
  }

  /** The file and those that it tells of, itself first. */
  List<IncidentFile> partsOf(IncidentFile file) {
    List<IncidentFile> parts = new ArrayList<>();
    parts.add(file);
    for (IncidentFile other : byNumber.values()) {
      if (other != file && other.isMerged() && teller(other) == file) {
        parts.add(other);
      }
    }
    return parts;
  }

  Collection<IncidentFile> all() {
    return byNumber.values();
  }

  void removeIf(Predicate<IncidentFile> over) {
    byNumber.values().removeIf(over);
  }

  void write(DataOutput out) throws IOException {
    Bytes.writeAll(byNumber.values(), IncidentFile::write, out);
  }

  void readInto(DataInput in) throws IOException {
    Bytes.readAll(IncidentFile::read, in).forEach(this::add);
  }
}
