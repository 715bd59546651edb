package dev.switchboard.server.process;

import dev.switchboard.engine.deadline.BusinessHours;
import dev.switchboard.engine.deadline.CaseDeadlines;
import dev.switchboard.engine.deadline.Deadline;
import dev.switchboard.store.process.PlaceChange;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Which deadline of a case comes next. */
final class NextDue {
  private NextDue() {}

  /** The earliest of those that run; null if none does. */
  static PlaceChange.@Nullable Due of(CaseDeadlines deadlines, BusinessHours hours) {
    return deadlines.open().stream()
        .filter(deadline -> !deadline.paused())
        .map(deadline -> due(deadline, hours))
        .min(Comparator.comparing(PlaceChange.Due::at))
        .orElse(null);
  }

  private static PlaceChange.Due due(Deadline deadline, BusinessHours hours) {
    return new PlaceChange.Due(
        deadline.kind().word(), deadline.dueAt(hours), deadline.foreseen(), deadline.breached());
  }
}
