package dev.switchboard.store.log;

import dev.switchboard.engine.event.NewEvent;
import dev.switchboard.store.NewRows;
import dev.switchboard.store.Statements;
import java.sql.SQLException;
import java.time.Instant;

/** Events of one transaction on their way into the log, which numbers them. One thread. */
public final class EventRows {
  private final NewRows rows =
      new NewRows(
          "events",
          "at timestamptz",
          "brand_id int4",
          "type text",
          "case_id int8",
          "post_id int8",
          "actor text",
          "data jsonb");

  public EventRows add(NewEvent event, int brandId, Instant at) {
    rows.row()
        .add(at)
        .add(brandId)
        .add(event.event().type())
        .addOrNull(event.caseId())
        .addOrNull(event.postId())
        .addOrNull(event.actor())
        .addJsonOrNull(EventJson.of(event.event()));
    return this;
  }

  public void write(Statements statements) throws SQLException {
    rows.write(statements);
  }

  public void clear() {
    rows.clear();
  }
}
