package dev.switchboard.engine.incident.cause;

import dev.switchboard.engine.incident.change.Change;
import dev.switchboard.engine.incident.change.ServiceMap;
import java.util.List;

/** Why a change is suspected, or not, in words. */
final class CauseReasons {
  CauseReasons(IncidentEvidence evidence, ServiceMap map, CauseRanking.Onset onset) {}

  List<String> of(Change change) {
    return List.of(change.summary());
  }

  List<String> ofVetoed(Change change) {
    return List.of(change.summary());
  }
}
