package dev.switchboard.engine.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who works with whom, on what, and whether they are there. The actor is who did it; {@code person}
 * is whom it concerns.
 */
public sealed interface AboutTeams extends Event {
  /**
   * Somebody came, went away or left; the words of presences.
   *
   * @param why {@code shiftOver} or {@code notLooking} if Switchboard took them for gone; null if
   *     they said or showed it
   */
  record PresenceChanged(String person, String from, String to, @Nullable String why)
      implements AboutTeams {
    public PresenceChanged(String person, String from, String to) {
      this(person, from, to, null);
    }
  }

  /** What the company knows of somebody is otherwise now; {@code changed} names the fields. */
  record ProfileChanged(String person, List<String> changed) implements AboutTeams {
    public ProfileChanged {
      changed = List.copyOf(changed);
    }
  }

  /** A volunteer would like to answer a topic, and may once they are certified. */
  record OptedIn(String person, String topic) implements AboutTeams {}

  record OptedOut(String person, String topic) implements AboutTeams {}

  /** Somebody who leads said that a volunteer can answer a topic. */
  record Certified(String person, String topic) implements AboutTeams {}

  record CertificationWithdrawn(String person, String topic) implements AboutTeams {}

  record TeamAdded(String team) implements AboutTeams {}

  record TeamRenamed(String from, String to) implements AboutTeams {}

  record TeamRemoved(String team) implements AboutTeams {}
}
