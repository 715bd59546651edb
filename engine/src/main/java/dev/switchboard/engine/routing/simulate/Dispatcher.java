package dev.switchboard.engine.routing.simulate;

import org.jspecify.annotations.Nullable;

/** Who gets what, as the simulation asks it. Times are milliseconds from the day's beginning. */
interface Dispatcher {
  long NEVER = Long.MAX_VALUE;

  /** What it does to the floor. */
  interface Floor {
    /** The case lies with this person from now on. */
    void assigned(int number, int agent);

    /** They are asked, and answer through {@link Dispatcher#answer} if they look. */
    void offered(int number, int agent);
  }

  void isThere(SimulatedAgent agent, long now);

  /**
   * They are away.
   *
   * @param home whether they went home, rather than to a break
   */
  void isAway(SimulatedAgent agent, boolean home, long now);

  /**
   * A case waits, for the first time or again.
   *
   * @param previous who answered the customer last; -1: nobody
   * @param letGoBy who could not do it; -1: nobody
   */
  void waits(SimulatedCase one, long since, int previous, int letGoBy, long now);

  /** It is answered, and lies with nobody. */
  void answered(SimulatedCase one, int agent, long now);

  void answer(int number, int agent, boolean accepts, long now);

  /** When it wants to be woken; {@link #NEVER}. */
  long nextDue();

  void tick(long now);

  /** What it counted, in words; null: nothing. */
  @Nullable String remarks();
}
