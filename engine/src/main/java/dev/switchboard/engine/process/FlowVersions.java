package dev.switchboard.engine.process;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which versions of which flows there are: enough to decide whether one more may be added, without
 * reading them. Immutable.
 */
public final class FlowVersions {
  private final Map<String, TreeSet<Integer>> byName = new TreeMap<>();

  public FlowVersions(Collection<FlowKey> keys) {
    keys.forEach(
        key -> byName.computeIfAbsent(key.name(), _ -> new TreeSet<>()).add(key.version()));
  }

  /** The latest version of a flow; 0 if there is none. */
  public int latest(String name) {
    TreeSet<Integer> versions = byName.get(name);
    return versions == null ? 0 : versions.last();
  }

  /** Why a version can't be added, with what to do; empty if it can. */
  public Optional<String> whyNot(FlowKey added) {
    int latest = latest(added.name());
    if (added.version() <= latest) {
      return Optional.of(
          "%s has version %d already; a changed flow needs a higher version, such as %d."
              .formatted(added.name(), latest, latest + 1));
    }
    TreeSet<Integer> versions = byName.get(added.name());
    if (versions == null && byName.size() >= Flows.MAX_FLOWS) {
      return Optional.of("There are %d flows, and there can't be more.".formatted(Flows.MAX_FLOWS));
    }
    if (versions != null && versions.size() >= Flows.MAX_VERSIONS) {
      return Optional.of(
          "%s has %d versions, and there can't be more; give the next one another name."
              .formatted(added.name(), Flows.MAX_VERSIONS));
    }
    return Optional.empty();
  }
}
