package dev.switchboard.store.floor;

import dev.switchboard.engine.event.Event;
import dev.switchboard.engine.event.ExceptionKind;
import dev.switchboard.engine.event.NewEvent;
import dev.switchboard.store.BrandAlarm;
import dev.switchboard.store.Times;
import dev.switchboard.store.log.EventWriter;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The alarm that the loud are served first, as an exception of a brand. Any thread. */
public final class FairnessAlarms {
  private static final ExceptionKind KIND = ExceptionKind.LOUD_FIRST;

  private final Jdbi jdbi;

  public FairnessAlarms(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Raises it, unless it is raised already, or a person has seen it since {@code quietSince}.
   *
   * @return whether it is raised by this call
   */
  public boolean raise(String brand, String reason, Instant quietSince, Instant now) {
    return jdbi.inTransaction(
        h ->
            h.createQuery("SELECT id FROM brands WHERE name = :brand")
                .bind("brand", brand)
                .mapTo(Integer.class)
                .findOne()
                .map(id -> BrandAlarm.raise(h, id, KIND, reason, quietSince, now))
                .orElse(false));
  }

  /** Clears it, if it is raised: it is so no more. */
  public boolean clear(String brand, Instant now) {
    return jdbi.inTransaction(
        h -> {
          Optional<Raised> cleared =
              h.createQuery(
                      """
                      UPDATE exceptions x SET cleared_at = :at, clearing = 'over'
                      FROM brands b
                      WHERE b.name = :brand AND x.brand_id = b.id AND x.kind = :kind
                        AND x.cleared_at IS NULL
                      RETURNING x.id, x.brand_id
                      """)
                  .bind("at", Times.sql(now))
                  .bind("kind", KIND.name())
                  .bind("brand", brand)
                  .map((row, _) -> new Raised(row.getLong("id"), row.getInt("brand_id")))
                  .findOne();
          cleared.ifPresent(
              one -> record(h, one, new Event.ExceptionCleared(one.id(), "over"), now));
          return cleared.isPresent();
        });
  }

  private record Raised(long id, int brandId) {}

  private static void record(Handle handle, Raised one, Event event, Instant now) {
    EventWriter.write(handle, one.brandId(), new NewEvent(null, null, null, event), now);
  }
}
