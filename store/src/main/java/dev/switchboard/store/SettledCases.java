package dev.switchboard.store;

import dev.switchboard.engine.event.Event;
import dev.switchboard.engine.event.ExceptionKind;
import dev.switchboard.engine.event.NewEvent;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Clears what was raised about cases that posts have settled since: answered from elsewhere, or
 * closed. What people do to cases clears it in their name.
 */
public final class SettledCases {
  private static final List<ExceptionKind> BY_AN_ANSWER =
      List.of(ExceptionKind.CLAIM_EXPIRED_TWICE);
  private static final List<ExceptionKind> BY_CLOSING =
      List.of(ExceptionKind.CLAIM_EXPIRED_TWICE, ExceptionKind.SENSITIVE_TOPIC);

  private SettledCases() {}

  /** Looks through what has happened; no statement if nothing of it settles a case. */
  public static void clear(Statements statements, List<NewEvent> happened, Instant now)
      throws SQLException {
    RowBuffer rows = new RowBuffer("case_id int8", "at timestamptz", "how text", "kinds text");
    for (NewEvent each : happened) {
      Long caseId = each.caseId();
      if (caseId != null && each.event() instanceof Event.CaseAnswered) {
        add(rows, caseId, "answered", BY_AN_ANSWER, now);
      } else if (caseId != null && each.event() instanceof Event.CaseClosed) {
        add(rows, caseId, "closed", BY_CLOSING, now);
      }
    }
    statements.update(
        """
        WITH cleared AS (
          UPDATE exceptions x SET cleared_at = s.at, clearing = s.how
          FROM unnest(?, ?, ?, ?) AS s (case_id, at, how, kinds)
          WHERE x.case_id = s.case_id AND x.cleared_at IS NULL
            AND x.kind = ANY (string_to_array(s.kinds, ','))
          RETURNING x.id, x.brand_id, x.case_id, x.cleared_at, x.clearing)
        INSERT INTO events (at, brand_id, type, case_id, data)
        SELECT cleared_at, brand_id, 'exception.cleared', case_id,
          jsonb_build_object('exception', id, 'how', clearing)
        FROM cleared
        """,
        rows);
  }

  private static void add(
      RowBuffer rows, long caseId, String how, List<ExceptionKind> kinds, Instant now) {
    String names = kinds.stream().map(Enum::name).collect(Collectors.joining(","));
    rows.row().add(caseId).add(now).add(how).add(names);
  }
}
