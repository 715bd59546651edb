package dev.switchboard.store.process;

import dev.switchboard.engine.process.CasePlace;
import dev.switchboard.engine.process.FlowKey;
import dev.switchboard.store.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case's place as it is kept. To read it takes a while, which those who look at many cases spend
 * only where the flow makes a difference.
 */
public record KeptPlace(FlowKey flow, String step, Instant enteredAt, String json) {
  /** That of a row of {@code case_places}; null if there is none. */
  public static @Nullable KeptPlace find(ResultSet row) throws SQLException {
    String flow = row.getString("flow");
    return flow == null
        ? null
        : new KeptPlace(
            new FlowKey(flow, row.getInt("version")),
            row.getString("step"),
            Times.read(row, "entered_at"),
            row.getString("place"));
  }

  public CasePlace read() {
    return PlaceJson.read(flow, step, enteredAt, json);
  }
}
