package dev.switchboard.engine.incident;

import java.util.List;

/** What became of an {@link IncidentAction}. */
public sealed interface Acted {
  /** It was done; without events it was so already. */
  record Done(List<IncidentEvent> events) implements Acted {
    public Done {
      events = List.copyOf(events);
    }
  }

  /**
   * It makes no sense as the incident stands; trying again does not help.
   *
   * @param reason a sentence for people
   */
  record Refused(String reason) implements Acted {}

  /** There is no such incident, or it is long over and was forgotten. */
  record Unknown(long incident) implements Acted {}
}
