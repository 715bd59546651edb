package dev.switchboard.engine.casework;

import dev.switchboard.engine.people.CaseWeights;
import dev.switchboard.engine.people.Eligibility;
import dev.switchboard.engine.people.Limits;
import dev.switchboard.engine.people.Presence;
import dev.switchboard.engine.people.Wanted;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who is there, and how much each can hold: what a server asks {@link Eligibility} before somebody
 * takes a case, beside a plain count of the same that does not ask it.
 */
final class TeamFloor {
  private static final CaseWeights.Kind KIND = new CaseWeights.Kind("x", false);
  private static final String TOPIC = "baggage";
  private static final int VOLUNTEER = 2;

  private final Eligibility eligibility = new Eligibility(CaseWeights.DEFAULT);
  private final Presence[] presence = new Presence[TeamWorld.PEOPLE.size()];
  private final int[] capacity = new int[TeamWorld.PEOPLE.size()];
  private final Set<Integer> certified = new HashSet<>();

  TeamFloor() {
    Arrays.fill(presence, Presence.OFF);
    Arrays.fill(capacity, 2);
  }

  void is(int person, Presence now) {
    presence[person] = now;
  }

  void canHold(int person, int weight) {
    capacity[person] = weight;
  }

  void certifyOrNot(int person) {
    if (!certified.remove(person)) {
      certified.add(person);
    }
  }

  /** Whoever takes a case themselves is at work. */
  void took(int person) {
    presence[person] = Presence.WORKING;
  }

  boolean isWorking(int person) {
    return presence[person] == Presence.WORKING;
  }

  int capacity(int person) {
    return capacity[person];
  }

  /** Whether they may answer what they hold. */
  boolean mayAnswer(int person) {
    return person != VOLUNTEER || certified.contains(person);
  }

  /** By a plain count: whether they may have one more beside so many. */
  boolean hasRoom(int person, int held) {
    return mayAnswer(person) && held < capacity[person];
  }

  /** The decision as a server lets it stand, once it has asked who would take the case. */
  CaseDecision checked(int person, int held, CaseDecision decision) {
    if (decision instanceof CaseDecision.Refused) {
      return decision;
    }
    return eligibility
        .refusal(limits(person, held), new Wanted("acme", KIND, TOPIC))
        .<CaseDecision>map(why -> CaseDecision.refused(Refusal.of(why)))
        .orElse(decision);
  }

  private Limits limits(int person, int held) {
    return new Limits(
        TeamWorld.PEOPLE.get(person),
        capacity[person],
        held == 0 ? List.of() : List.of(new CaseWeights.Held(KIND, held)),
        Set.of(),
        person == VOLUNTEER,
        certified.contains(person) ? Set.of(TOPIC) : Set.of(),
        presence[person]);
  }
}
