package dev.switchboard.store.process;

import dev.switchboard.engine.event.NewEvent;
import dev.switchboard.store.RowBuffer;
import dev.switchboard.store.Statements;
import dev.switchboard.store.log.EventRows;
import java.sql.SQLException;
import java.util.List;

/**
 * Changes of places as rows: a statement for the places, one for the events, two for exceptions.
 */
final class PlaceRows {
  private static final String PLACES =
      """
      INSERT INTO case_places (case_id, brand_id, flow, version, step, state, entered_at, due_kind,
        due_at, in_danger, breached, look_again_at, seen_at, place)
      SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (case_id) DO UPDATE SET flow = excluded.flow, version = excluded.version,
        step = excluded.step, state = excluded.state, entered_at = excluded.entered_at,
        due_kind = excluded.due_kind, due_at = excluded.due_at, in_danger = excluded.in_danger,
        breached = excluded.breached, look_again_at = excluded.look_again_at, seen_at = excluded.seen_at, place = excluded.place
      """;

  private static final String CLEAR =
      """
      WITH cleared AS (
        UPDATE exceptions x SET cleared_at = s.at, clearing = s.how
        FROM unnest(?, ?, ?, ?) AS s (case_id, kind, how, at)
        WHERE x.case_id = s.case_id AND x.kind = s.kind AND x.cleared_at IS NULL
        RETURNING x.id, x.brand_id, x.case_id, x.cleared_at, x.clearing)
      INSERT INTO events (at, brand_id, type, case_id, data)
      SELECT cleared_at, brand_id, 'exception.cleared', case_id,
        jsonb_build_object('exception', id, 'how', clearing)
      FROM cleared
      """;

  private static final String RAISE =
      """
      WITH raised AS (
        INSERT INTO exceptions (brand_id, case_id, kind, reason, raised_at)
        SELECT s.brand_id, s.case_id, s.kind, s.reason, s.at
        FROM unnest(?, ?, ?, ?, ?) AS s (brand_id, case_id, kind, reason, at)
        RETURNING id, brand_id, case_id, kind, reason, raised_at)
      INSERT INTO events (at, brand_id, type, case_id, data)
      SELECT raised_at, brand_id, 'exception.raised', case_id,
        jsonb_build_object('exception', id, 'kind', lower(kind), 'reason', reason)
      FROM raised
      """;

  private final RowBuffer places =
      new RowBuffer(
          "case_id int8",
          "brand_id int4",
          "flow text",
          "version int4",
          "step text",
          "state text",
          "entered_at timestamptz",
          "due_kind text",
          "due_at timestamptz",
          "in_danger bool",
          "breached bool",
          "look_again_at timestamptz",
          "seen_at timestamptz",
          "place jsonb");
  private final EventRows events = new EventRows();
  private final RowBuffer cleared =
      new RowBuffer("case_id int8", "kind text", "how text", "at timestamptz");
  private final RowBuffer raised =
      new RowBuffer("brand_id int4", "case_id int8", "kind text", "reason text", "at timestamptz");

  void write(List<PlaceChange> changes, Statements statements) throws SQLException {
    changes.forEach(this::add);
    statements.update(PLACES, places);
    events.write(statements);
    statements.update(CLEAR, cleared);
    statements.update(RAISE, raised);
  }

  private void add(PlaceChange change) {
    PlaceChange.Due due = change.due();
    places
        .row()
        .add(change.caseId())
        .add(change.brandId())
        .add(change.place().flow().name())
        .add(change.place().flow().version())
        .add(change.place().step())
        .add(change.state().word())
        .add(change.place().enteredAt())
        .addOrNull(due == null ? null : due.kind())
        .addOrNull(due == null ? null : due.at())
        .add(due != null && due.foreseen())
        .add(due != null && due.breached())
        .addOrNull(change.lookAgainAt())
        .add(change.seenAt())
        .addJsonOrNull(change.placeJson());
    for (PlaceChange.Told told : change.events()) {
      NewEvent event = new NewEvent(change.caseId(), null, null, told.event());
      events.add(event, change.brandId(), told.at());
    }
    for (PlaceChange.Cleared over : change.cleared()) {
      cleared
          .row()
          .add(change.caseId())
          .add(over.kind().name())
          .add(over.how())
          .add(change.seenAt());
    }
    for (PlaceChange.Raised more : change.raised()) {
      raised
          .row()
          .add(change.brandId())
          .add(change.caseId())
          .add(more.kind().name())
          .add(more.reason())
          .add(change.seenAt());
    }
  }
}
