package dev.switchboard.store.incidents;

import dev.switchboard.engine.incident.IncidentAction;
import dev.switchboard.store.Json;
import dev.switchboard.store.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The inputs that stand in no event, kept until the next checkpoint. */
final class KeptInputs {
  private KeptInputs() {}

  static void add(Handle handle, long afterSeq, IncidentInput input) {
    String brand = null;
    String kind = null;
    String action = null;
    if (input instanceof IncidentInput.Act act) {
      brand = act.brand();
      kind = act.action().getClass().getSimpleName();
      action = Json.write(act.action());
    }
    handle
        .createUpdate(
            """
            INSERT INTO incident_inputs (after_seq, at, brand, kind, action)
            VALUES (:seq, :at, :brand, :kind, :action::json)
            """)
        .bind("seq", afterSeq)
        .bind("at", Times.sql(input.at()))
        .bind("brand", brand)
        .bind("kind", kind)
        .bind("action", action)
        .execute();
  }

  static List<IncidentInput.Kept> all(Handle handle) {
    return handle
        .createQuery("SELECT after_seq, at, brand, kind, action FROM incident_inputs ORDER BY id")
        .map((row, _) -> new IncidentInput.Kept(row.getLong("after_seq"), input(row)))
        .list();
  }

  static void forget(Handle handle) {
    handle.createUpdate("DELETE FROM incident_inputs").execute();
  }

  private static IncidentInput input(ResultSet row) throws SQLException {
    Instant at = Times.read(row, "at");
    String kind = row.getString("kind");
    if (kind == null) {
      return new IncidentInput.Tick(at);
    }
    Object action = Json.read(row.getString("action"), type(kind));
    return new IncidentInput.Act(row.getString("brand"), (IncidentAction) action, at);
  }

  private static Class<?> type(String kind) {
    for (Class<?> type : IncidentAction.class.getPermittedSubclasses()) {
      if (type.getSimpleName().equals(kind)) {
        return type;
      }
    }
    throw new IllegalArgumentException("no action is called " + kind);
  }
}
