package dev.switchboard.engine.people;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a person decides whether they may take a case now.
 *
 * @param capacity what the cases that they hold may weigh together; null: any weight
 * @param held the cases that they hold, without the one that they would take
 * @param brands for which they answer; none: for all
 * @param certified the topics that they may answer, if they are a volunteer
 */
public record Limits(
    String person,
    @Nullable Integer capacity,
    List<CaseWeights.Held> held,
    Set<String> brands,
    boolean volunteer,
    Set<String> certified,
    Presence presence) {
  public Limits {
    held = List.copyOf(held);
    brands = Set.copyOf(brands);
    certified = Set.copyOf(certified);
  }
}
