package dev.switchboard.store.incidents;

import dev.switchboard.engine.event.AboutIncidents;
import dev.switchboard.engine.incident.change.Change;
import dev.switchboard.store.Times;
import dev.switchboard.store.log.EventJson;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Keeps what happened to the company's systems. Any thread. */
public final class ChangeStore {
  private final Jdbi jdbi;

  public ChangeStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Stores changes, each with an event, in one transaction. One whose id the brand has already is a
   * duplicate: what came first stays.
   *
   * @param brand created if nobody has seen it; null if the changes concern all brands
   * @return how many were new
   */
  public int add(List<Change> changes, @Nullable String brand, Instant now) {
    // In one order for all, or two senders of the same changes would wait for each other.
    List<Change> ordered = changes.stream().sorted(Comparator.comparing(Change::id)).toList();
    return jdbi.inTransaction(
        h -> {
          Integer brandId = brand == null ? null : Integer.valueOf(brandId(h, brand));
          int added = 0;
          for (Change change : ordered) {
            added += add(h, change, brandId, now) ? 1 : 0;
          }
          return added;
        });
  }

  private static int brandId(Handle handle, String brand) {
    handle
        .createUpdate("INSERT INTO brands (name) VALUES (:brand) ON CONFLICT (name) DO NOTHING")
        .bind("brand", brand)
        .execute();
    return handle
        .createQuery("SELECT id FROM brands WHERE name = :brand")
        .bind("brand", brand)
        .mapTo(int.class)
        .one();
  }

  /** Its number in the log is drawn first, as the log's own column does it. */
  private static boolean add(Handle handle, Change change, @Nullable Integer brandId, Instant now) {
    Optional<Long> seq =
        handle
            .createQuery(
                """
                INSERT INTO changes (brand_id, external_id, type, service, environment, region,
                  version, started_at, finished_at, summary, received_at, seq)
                VALUES (:brand, :id, :type, :service, :environment, :region, :version, :startedAt,
                  :finishedAt, :summary, :now,
                  CASE WHEN pg_current_xact_id() IS NOT NULL THEN nextval('event_numbers') END)
                ON CONFLICT (coalesce(brand_id, 0), external_id) DO NOTHING
                RETURNING seq
                """)
            .bind("brand", brandId)
            .bind("id", change.id())
            .bind("type", change.type().word())
            .bind("service", change.service())
            .bind("environment", change.environment())
            .bind("region", change.region())
            .bind("version", change.version())
            .bind("startedAt", Times.sql(change.startedAt()))
            .bind("finishedAt", Times.sqlOrNull(change.finishedAt()))
            .bind("summary", change.summary())
            .bind("now", Times.sql(now))
            .mapTo(Long.class)
            .findOne();
    seq.ifPresent(number -> record(handle, number, change, brandId, now));
    return seq.isPresent();
  }

  private static void record(
      Handle handle, long seq, Change change, @Nullable Integer brandId, Instant now) {
    AboutIncidents event =
        new AboutIncidents.ChangeReceived(
            change.id(), change.type().word(), change.service(), change.startedAt());
    handle
        .createUpdate(
            """
            INSERT INTO events (seq, at, brand_id, type, data)
            VALUES (:seq, :at, :brand, :type, :data::jsonb)
            """)
        .bind("seq", seq)
        .bind("at", Times.sql(now))
        .bind("brand", brandId)
        .bind("type", event.type())
        .bind("data", EventJson.of(event))
        .execute();
  }
}
