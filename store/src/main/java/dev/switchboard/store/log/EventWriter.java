package dev.switchboard.store.log;

import dev.switchboard.engine.event.NewEvent;
import dev.switchboard.store.Times;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Writes one event into the log, in the transaction of what it tells of; the log numbers it. */
public final class EventWriter {
  private EventWriter() {}

  /**
   * @param brandId whose event it is; null if it concerns the company as a whole
   * @param at when it happened
   */
  public static void write(Handle handle, @Nullable Integer brandId, NewEvent event, Instant at) {
    handle
        .createUpdate(
            """
            INSERT INTO events (at, brand_id, type, case_id, post_id, actor, data)
            VALUES (:at, :brand, :type, :case, :post, :actor, :data::jsonb)
            """)
        .bind("at", Times.sql(at))
        .bind("brand", brandId)
        .bind("type", event.event().type())
        .bind("case", event.caseId())
        .bind("post", event.postId())
        .bind("actor", event.actor())
        .bind("data", EventJson.of(event.event()))
        .execute();
  }
}
