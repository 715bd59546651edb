package dev.switchboard.store;

import dev.switchboard.engine.event.Event;
import dev.switchboard.engine.event.ExceptionKind;
import dev.switchboard.engine.event.NewEvent;
import dev.switchboard.store.log.EventWriter;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** An exception of a brand as a whole, one of a kind at a time. */
public final class BrandAlarm {
  private BrandAlarm() {}

  /**
   * Raises it with its event, unless it is raised already, or a person has seen it since {@code
   * quietSince}.
   *
   * @param quietSince null if it is raised again at once
   * @return whether it is raised by this call
   */
  public static boolean raise(
      Handle handle,
      int brandId,
      ExceptionKind kind,
      String reason,
      @Nullable Instant quietSince,
      Instant now) {
    Optional<Long> raised =
        handle
            .createQuery(
                """
                INSERT INTO exceptions (brand_id, kind, reason, raised_at)
                SELECT :brand, :kind, :reason, :at
                WHERE NOT EXISTS (
                  SELECT FROM exceptions x
                  WHERE x.brand_id = :brand AND x.kind = :kind
                    AND x.cleared_at >= CAST(:quiet AS timestamptz) AND x.cleared_by IS NOT NULL)
                ON CONFLICT (brand_id, kind) WHERE case_id IS NULL AND cleared_at IS NULL
                  DO NOTHING
                RETURNING id
                """)
            .bind("brand", brandId)
            .bind("kind", kind.name())
            .bind("reason", reason)
            .bind("at", Times.sql(now))
            .bindByType("quiet", Times.sqlOrNull(quietSince), OffsetDateTime.class)
            .mapTo(Long.class)
            .findOne();
    raised.ifPresent(
        id ->
            EventWriter.write(
                handle,
                brandId,
                new NewEvent(null, null, null, new Event.ExceptionRaised(id, kind, reason)),
                now));
    return raised.isPresent();
  }
}
