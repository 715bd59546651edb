package dev.switchboard.server.floor;

import dev.switchboard.engine.people.Presence;
import dev.switchboard.store.people.PersonAtWork;

/**
 * Somebody at work, and how full their hands are.
 *
 * @param load what the cases that they hold weigh together
 * @param offered how many cases they are offered now
 */
public record AtWork(PersonAtWork person, int load, int offered) {
  /** Whether they work and could take one more case of the usual weight. */
  public boolean hasRoom() {
    Integer capacity = person.capacity();
    return person.presence() == Presence.WORKING && (capacity == null || load < capacity);
  }
}
