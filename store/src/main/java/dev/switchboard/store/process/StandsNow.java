package dev.switchboard.store.process;

import dev.switchboard.engine.process.CasePlace;
import dev.switchboard.engine.process.FlowKey;
import dev.switchboard.engine.process.Lifecycle;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Where a case stands, for those who only look.
 *
 * @param place where it was in its flow when it was looked at last, or null if nobody has yet
 * @param chosen on which flow new cases of its brand begin, or null if the brand has chosen none
 */
public record StandsNow(Lifecycle state, @Nullable CasePlace place, @Nullable FlowKey chosen) {
  /** Empty if there is no such case. */
  public static Optional<StandsNow> find(Jdbi jdbi, long caseId) {
    return jdbi.withHandle(h -> find(h, caseId));
  }

  private static Optional<StandsNow> find(Handle handle, long caseId) {
    return handle
        .createQuery(
            """
            SELECT c.state, f.flow, f.version, f.step, f.entered_at, f.place,
              w.name AS chosen_flow, w.version AS chosen_version
            FROM cases c
            LEFT JOIN case_places f ON f.case_id = c.id
            LEFT JOIN brand_flows w ON w.brand_id = c.brand_id
            WHERE c.id = :case
            """)
        .bind("case", caseId)
        .map(
            (row, _) ->
                new StandsNow(
                    Lifecycle.find(row.getString("state")).orElseThrow(),
                    PlaceJson.find(row),
                    FlowStore.findChosen(row)))
        .findOne();
  }
}
