package dev.switchboard.store.people;

import dev.switchboard.engine.people.CaseWeights;
import dev.switchboard.engine.people.Presence;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is there, or holds a case.
 *
 * @param since when their presence began; null if they have never said any
 * @param capacity null: no limit is kept
 * @param cases how many they hold
 * @param holdingSince when they took the case that they have held longest; null if they hold none
 * @param held what they hold, by kind
 */
public record PersonAtWork(
    int id,
    String name,
    Presence presence,
    @Nullable Instant since,
    @Nullable Integer capacity,
    int cases,
    @Nullable Instant holdingSince,
    List<CaseWeights.Held> held) {
  public PersonAtWork {
    held = List.copyOf(held);
  }

  PersonAtWork holding(List<CaseWeights.Held> some) {
    return new PersonAtWork(id, name, presence, since, capacity, cases, holdingSince, some);
  }
}
