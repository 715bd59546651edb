package dev.switchboard.engine.casework;

import dev.switchboard.engine.event.Event;
import java.util.List;

/** The answer to an action on a case: the case as it is then with what happened, or a refusal. */
public sealed interface CaseDecision {
  record Done(CaseFile file, List<Event> events) implements CaseDecision {
    public Done {
      events = List.copyOf(events);
    }
  }

  record Refused(Refusal refusal) implements CaseDecision {}

  static CaseDecision done(CaseFile file, Event... events) {
    return new Done(file, List.of(events));
  }

  static CaseDecision refused(Refusal refusal) {
    return new Refused(refusal);
  }
}
