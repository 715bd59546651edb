package dev.switchboard.engine.process;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * All flows of a company, in all versions that are still of use. A case finishes on the version on
 * which it began; new cases begin on the latest one. Immutable: adding a version makes other flows
 * of it, and changes no case.
 */
public final class Flows {
  public static final int MAX_FLOWS = 50;
  public static final int MAX_VERSIONS = 100;
  public static final Flows NONE = new Flows(Map.of());

  /** By name; the versions of each in ascending order. */
  private final Map<String, List<Flow>> byName;

  private Flows(Map<String, List<Flow>> byName) {
    this.byName = byName;
  }

  /** What came of a change: the flows as they are then, or why they stay as they are. */
  public sealed interface Changed {
    record Done(Flows flows) implements Changed {}

    /** A sentence: what is wrong, what to do. */
    record Refused(String sentence) implements Changed {}
  }

  public List<Flow> all() {
    return byName.values().stream().flatMap(List::stream).toList();
  }

  /** The version on which new cases begin. */
  public Optional<Flow> findCurrent(String name) {
    return Optional.ofNullable(byName.get(name)).map(List::getLast);
  }

  public Optional<Flow> find(FlowKey key) {
    return byName.getOrDefault(key.name(), List.of()).stream()
        .filter(flow -> flow.version() == key.version())
        .findFirst();
  }

  /**
   * The flow on which a case runs.
   *
   * @throws IllegalArgumentException if it is not there, as only a retired one is
   */
  public Flow get(FlowKey key) {
    return find(key)
        .orElseThrow(() -> new IllegalArgumentException("there is no flow " + key.words()));
  }

  /** Adds a flow, or a later version of one. The same one again changes nothing. */
  public Changed add(Flow flow) {
    List<Flow> versions = byName.getOrDefault(flow.name(), List.of());
    if (find(flow.key()).filter(flow::equals).isPresent()) {
      return new Changed.Done(this);
    }
    Optional<String> whyNot =
        new FlowVersions(all().stream().map(Flow::key).toList()).whyNot(flow.key());
    if (whyNot.isPresent()) {
      return refused(whyNot.get());
    }
    List<Flow> more = new ArrayList<>(versions);
    more.add(flow);
    return changed(flow.name(), more);
  }

  /**
   * Takes a version away. Refused while a case runs on it, and for the version on which new cases
   * begin.
   *
   * @param running the versions on which cases run that are not closed, or may be reopened
   */
  public Changed retire(FlowKey key, Set<FlowKey> running) {
    if (find(key).isEmpty()) {
      return refused("There is no flow %s.".formatted(key.words()));
    }
    if (running.contains(key)) {
      return refused(
          "Cases still run on %s; it can be retired when they are done.".formatted(key.words()));
    }
    List<Flow> versions = byName.getOrDefault(key.name(), List.of());
    if (versions.getLast().version() == key.version()) {
      return refused("New cases begin on %s; add a later version first.".formatted(key.words()));
    }
    return changed(
        key.name(), versions.stream().filter(flow -> flow.version() != key.version()).toList());
  }

  private Changed changed(String name, List<Flow> versions) {
    Map<String, List<Flow>> copy = new TreeMap<>(byName);
    copy.put(name, versions.stream().sorted(Comparator.comparingInt(Flow::version)).toList());
    return new Changed.Done(new Flows(copy));
  }

  private static Changed refused(String sentence) {
    return new Changed.Refused(sentence);
  }
}
