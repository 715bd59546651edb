package dev.switchboard.engine.routing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The crews, each with a number that is its own while it has members. */
final class Crews {
  /** At most one for each person. */
  private final Map<Traits, Crew> byTraits = new HashMap<>();

  private final List<@Nullable Crew> byNumber = new ArrayList<>();
  private final BitSet taken = new BitSet();

  @Nullable Crew find(Traits traits) {
    return byTraits.get(traits);
  }

  Crew add(Traits traits) {
    int number = taken.nextClearBit(0);
    taken.set(number);
    Crew crew = new Crew(traits, number);
    if (number == byNumber.size()) {
      byNumber.add(crew);
    } else {
      byNumber.set(number, crew);
    }
    byTraits.put(traits, crew);
    return crew;
  }

  void remove(Crew crew) {
    byTraits.remove(crew.traits);
    byNumber.set(crew.number, null);
    taken.clear(crew.number);
  }

  Crew get(int number) {
    Crew crew = byNumber.get(number);
    if (crew == null) {
      throw new IllegalStateException("there is no crew " + number);
    }
    return crew;
  }

  void each(Consumer<Crew> action) {
    byTraits.values().forEach(action);
  }

  Set<Traits> traits() {
    return byTraits.keySet();
  }
}
