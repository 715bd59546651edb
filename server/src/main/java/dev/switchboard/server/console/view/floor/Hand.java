package dev.switchboard.server.console.view.floor;

import dev.switchboard.engine.people.Presence;
import dev.switchboard.server.console.view.Words;
import dev.switchboard.server.floor.AtWork;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody at work as the floor shows them.
 *
 * @param percent how full they are, 0 to 100; 0 if no limit is kept
 * @param says what they do, in two or three words
 * @param offered how many cases they are offered now, in words; empty for none
 * @param since since when; null if nobody knows
 */
public record Hand(
    int id,
    String name,
    Presence presence,
    int load,
    @Nullable Integer capacity,
    int percent,
    String says,
    String offered,
    @Nullable Instant since) {

  static Hand of(AtWork at) {
    var person = at.person();
    Integer capacity = person.capacity();
    return new Hand(
        person.id(),
        person.name(),
        person.presence(),
        at.load(),
        capacity,
        percent(at.load(), capacity),
        says(at),
        offered(at),
        person.cases() > 0 ? person.holdingSince() : person.since());
  }

  private static int percent(int load, @Nullable Integer capacity) {
    if (capacity == null) {
      return 0;
    }
    return capacity == 0 ? 100 : Math.min(100, Math.round(100f * load / capacity));
  }

  private static String says(AtWork at) {
    var person = at.person();
    String holds =
        person.cases() == 1 ? "1 case" : "%s cases".formatted(Words.count(person.cases()));
    return switch (person.presence()) {
      case WORKING -> person.cases() > 0 ? holds : "free";
      case AWAY -> person.cases() > 0 ? "away, holds " + holds : "away";
      case OFF -> "off, holds " + holds;
    };
  }

  private static String offered(AtWork at) {
    return at.offered() == 0 ? "" : Words.count(at.offered()) + " offered";
  }

  public boolean isFull() {
    return capacity != null && load >= capacity;
  }

  /** Holds cases and is not there: somebody should look. */
  public boolean isGone() {
    return presence == Presence.OFF;
  }

  public String loadWords() {
    return capacity == null ? Words.count(load) : load + " of " + capacity;
  }
}
