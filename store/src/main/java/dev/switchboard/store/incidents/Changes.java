package dev.switchboard.store.incidents;

import dev.switchboard.engine.incident.change.Change;
import dev.switchboard.engine.incident.change.ChangeType;
import dev.switchboard.store.Times;
import java.sql.ResultSet;
import java.sql.SQLException;

/** How changes are read. */
final class Changes {
  /** Of changes c and brands b, which are null for what concerns all. */
  static final String SELECT =
      """
      SELECT c.id, b.name AS brand, c.received_at, c.external_id, c.type, c.service,
        c.environment, c.region, c.version, c.started_at, c.finished_at, c.summary, c.brand_id,
        c.seq
      FROM changes c LEFT JOIN brands b ON b.id = c.brand_id
      """;

  private Changes() {}

  static ChangeRow row(ResultSet row) throws SQLException {
    return new ChangeRow(
        row.getLong("id"), row.getString("brand"), Times.read(row, "received_at"), change(row));
  }

  static Change change(ResultSet row) throws SQLException {
    return new Change(
        row.getString("external_id"),
        ChangeType.find(row.getString("type")).orElse(ChangeType.OTHER),
        row.getString("service"),
        row.getString("environment"),
        row.getString("region"),
        row.getString("version"),
        Times.read(row, "started_at"),
        Times.find(row, "finished_at"),
        row.getString("summary"));
  }
}
