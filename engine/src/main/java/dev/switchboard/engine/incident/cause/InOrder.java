package dev.switchboard.engine.incident.cause;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Copies that can't be changed and are gone through in the order of their elements. Those of {@code
 * Set.copyOf} come in another order in each process, and sums of fractions depend on it.
 */
final class InOrder {
  private InOrder() {}

  static <T extends Comparable<T>> Set<T> copy(Set<T> of) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(new TreeSet<>(of)));
  }

  static <K extends Comparable<K>, V> Map<K, V> copy(Map<K, V> of) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(new TreeMap<>(of)));
  }
}
