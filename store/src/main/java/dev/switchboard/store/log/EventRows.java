package dev.switchboard.store.log;

import dev.switchboard.engine.event.NewEvent;
import dev.switchboard.store.CopyRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/** Events of one transaction on their way into the log, which numbers them. One thread. */
public final class EventRows {
  private final CopyRows rows =
      new CopyRows("events", "at", "brand_id", "type", "case_id", "post_id", "actor", "data");

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

  public void send(Connection connection) throws SQLException {
    rows.send(connection);
  }

  public void clear() {
    rows.clear();
  }
}
