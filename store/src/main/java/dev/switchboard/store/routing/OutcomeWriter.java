package dev.switchboard.store.routing;

import dev.switchboard.store.RowBuffer;
import dev.switchboard.store.Statements;
import dev.switchboard.store.log.EventJson;
import java.sql.SQLException;

/**
 * Writes one outcome, each kind of row with its events in one statement. Exceptions come first: to
 * write one waits for whoever works on its case, and they may wait for an offer.
 */
final class OutcomeWriter {
  private final Statements statements;
  private final RoutingOutcome outcome;

  OutcomeWriter(Statements statements, RoutingOutcome outcome) {
    this.statements = statements;
    this.outcome = outcome;
  }

  void add() throws SQLException {
    clear();
    raise();
    end();
    relax();
    make();
  }

  private void clear() throws SQLException {
    RowBuffer rows = new RowBuffer("case_id int8", "at timestamptz", "how text");
    for (RoutingOutcome.Cleared cleared : outcome.cleared()) {
      rows.row().add(cleared.caseId()).add(outcome.at()).add(cleared.how());
    }
    statements.update(
        """
        WITH cleared AS (
          UPDATE exceptions x SET cleared_at = s.at, clearing = s.how
          FROM unnest(?, ?, ?) AS s (case_id, at, how)
          WHERE x.case_id = s.case_id AND x.kind = 'UNROUTABLE' AND x.cleared_at IS NULL
          RETURNING x.id, x.brand_id, x.case_id, x.cleared_at, x.clearing)
        INSERT INTO events (at, brand_id, type, case_id, data)
        SELECT cleared_at, brand_id, 'exception.cleared', case_id,
          jsonb_build_object('exception', id, 'how', clearing)
        FROM cleared
        """,
        rows);
  }

  private void raise() throws SQLException {
    RowBuffer rows = new RowBuffer("case_id int8", "at timestamptz", "reason text");
    for (RoutingOutcome.Raised raised : outcome.raised()) {
      rows.row().add(raised.caseId()).add(outcome.at()).add(raised.reason());
    }
    statements.update(
        """
        WITH raised AS (
          INSERT INTO exceptions (brand_id, case_id, kind, reason, raised_at)
          SELECT c.brand_id, c.id, 'UNROUTABLE', s.reason, s.at
          FROM unnest(?, ?, ?) AS s (case_id, at, reason)
          JOIN cases c ON c.id = s.case_id AND c.state = 'waiting'
          WHERE NOT EXISTS (SELECT FROM exceptions x
            WHERE x.case_id = c.id AND x.kind = 'UNROUTABLE' AND x.cleared_at IS NULL)
          RETURNING id, brand_id, case_id, reason, raised_at)
        INSERT INTO events (at, brand_id, type, case_id, data)
        SELECT raised_at, brand_id, 'exception.raised', case_id,
          jsonb_build_object('exception', id, 'kind', 'unroutable', 'reason', reason)
        FROM raised
        """,
        rows);
  }

  private void end() throws SQLException {
    RowBuffer rows =
        new RowBuffer("case_id int8", "person text", "state text", "reason text", "at timestamptz");
    for (RoutingOutcome.Ended ended : outcome.ended()) {
      rows.row()
          .add(ended.caseId())
          .add(ended.person())
          .add(ended.state().word())
          .addOrNull(ended.reason())
          .add(outcome.at());
    }
    statements.update(
        """
        WITH ended AS (
          UPDATE offers o SET state = s.state, reason = s.reason, ended_at = s.at
          FROM unnest(?, ?, ?, ?, ?) AS s (case_id, person, state, reason, at)
          JOIN people p ON p.name = s.person
          WHERE o.case_id = s.case_id AND o.person_id = p.id AND o.state = 'open'
          RETURNING o.id, o.case_id, o.brand_id, o.state, o.reason, o.ended_at, p.name AS person)
        INSERT INTO events (at, brand_id, type, case_id, actor, data)
        SELECT ended_at, brand_id, 'offer.' || state, case_id,
          CASE WHEN state = 'accepted' THEN person END,
          jsonb_build_object('offer', id)
            || CASE WHEN state = 'accepted' THEN '{}' ELSE jsonb_build_object('to', person) END
            || CASE WHEN reason IS NULL THEN '{}' ELSE jsonb_build_object('reason', reason) END
        FROM ended
        """,
        rows);
  }

  private void relax() throws SQLException {
    RowBuffer rows = new RowBuffer("case_id int8", "at timestamptz", "data text");
    for (RoutingOutcome.Relaxed relaxed : outcome.relaxed()) {
      rows.row().add(relaxed.caseId()).add(outcome.at()).add(EventJson.of(relaxed.event()));
    }
    statements.update(
        """
        INSERT INTO events (at, brand_id, type, case_id, data)
        SELECT s.at, c.brand_id, 'case.needsRelaxed', c.id, s.data::jsonb
        FROM unnest(?, ?, ?) WITH ORDINALITY AS s (case_id, at, data, number)
        JOIN cases c ON c.id = s.case_id
        ORDER BY s.number
        """,
        rows);
  }

  private void make() throws SQLException {
    RowBuffer rows =
        new RowBuffer(
            "case_id int8",
            "person text",
            "at timestamptz",
            "expires_at timestamptz",
            "why text",
            "data text");
    for (RoutingOutcome.Made made : outcome.made()) {
      rows.row()
          .add(made.caseId())
          .add(made.event().to())
          .add(outcome.at())
          .add(made.event().expiresAt())
          .add(made.whyJson())
          .add(EventJson.of(made.event()));
    }
    statements.update(
        """
        WITH asked AS (
          SELECT * FROM unnest(?, ?, ?, ?, ?, ?) AS s (case_id, person, at, expires_at, why, data)),
        made AS (
          INSERT INTO offers (case_id, brand_id, person_id, made_at, expires_at, why)
          SELECT c.id, c.brand_id, p.id, a.at, a.expires_at, a.why::jsonb
          FROM asked a
          JOIN cases c ON c.id = a.case_id AND c.state = 'waiting'
          JOIN people p ON p.name = a.person
          ON CONFLICT DO NOTHING
          RETURNING id, case_id, brand_id, made_at)
        INSERT INTO events (at, brand_id, type, case_id, data)
        SELECT m.made_at, m.brand_id, 'offer.made', m.case_id,
          a.data::jsonb || jsonb_build_object('offer', m.id)
        FROM made m JOIN asked a ON a.case_id = m.case_id
        ORDER BY m.id
        """,
        rows);
  }
}
