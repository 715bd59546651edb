package dev.switchboard.engine.routing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The crews that fit the same needs. Worked out once, and kept as crews come and go; a bit for each
 * crew, since thousands of people of whom no two can do the same are as many crews.
 */
final class Fitting {
  final Needs needs;
  private final Crews all;

  /** The numbers of the crews. */
  final BitSet crews = new BitSet();

  /** Whose cases ask for this now, or at last. */
  final List<Demand> demands = new ArrayList<>();

  private int size;
  private int there;

  /** Since when nobody has been there, once it was asked for. */
  private @Nullable Instant nobodySince;

  /**
   * @param let the numbers of those whom the step lets take such cases
   */
  Fitting(Needs needs, Crews all, BitSet let) {
    this.needs = needs;
    this.all = all;
    let.stream().mapToObj(all::get).forEach(this::join);
  }

  /** A crew that the step lets take such cases: if it fits, it is one of these. */
  void join(Crew crew) {
    if (crew.traits.fit(needs)) {
      crews.set(crew.number);
      size++;
      there += crew.there > 0 ? 1 : 0;
      nobodySince = null;
    }
  }

  void leave(Crew crew) {
    if (has(crew)) {
      crews.clear(crew.number);
      size--;
      there -= crew.there > 0 ? 1 : 0;
      nobodySince = null;
    }
  }

  /**
   * Somebody of one of the crews came or went.
   *
   * @param change 1: now somebody of it is there; -1: now nobody is; 0: neither
   */
  void look(int change) {
    there += change;
    nobodySince = null;
  }

  boolean has(Crew crew) {
    return crews.get(crew.number);
  }

  boolean isEmpty() {
    return size == 0;
  }

  int size() {
    return size;
  }

  /** How many of the crews have somebody there. */
  int there() {
    return there;
  }

  /** Since when nobody of them has been there. Only while nobody is. */
  Instant nobodySince() {
    if (nobodySince == null) {
      Instant last = Instant.MIN;
      for (int i = crews.nextSetBit(0); i >= 0; i = crews.nextSetBit(i + 1)) {
        Crew crew = all.get(i);
        last = crew.emptySince.isAfter(last) ? crew.emptySince : last;
      }
      nobodySince = last;
    }
    return nobodySince;
  }

  int people() {
    return crews.stream().map(number -> all.get(number).members.size()).sum();
  }
}
