package dev.switchboard.store.incidents;

import dev.switchboard.engine.incident.Incident;
import dev.switchboard.engine.incident.IncidentEvent;
import dev.switchboard.store.Times;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Where incidents are kept, and how far the one thread that decides on them has come. What follows
 * from an input is written with the place up to which inputs have been followed, in one
 * transaction: so nothing is written twice, and nothing is lost. One writer.
 */
public final class IncidentStore {
  private final Jdbi jdbi;

  public IncidentStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * How far the follower has come.
   *
   * @param era grows when incidents are counted anew
   * @param written what followed from events up to this is written
   * @param checkpoint the snapshot has seen the events up to this
   * @param checkpointAt and time up to this
   * @param snapshot null while there was none
   */
  public record Place(
      int era, long written, long checkpoint, Instant checkpointAt, byte @Nullable [] snapshot) {}

  /** How an incident is called by its brand's operator. */
  public record Ref(String brand, int era, long number) {
    /** Whether both are the same operator's. */
    public boolean isBeside(Ref other) {
      return brand.equals(other.brand) && era == other.era;
    }
  }

  /**
   * What followed from inputs.
   *
   * @param through all events up to this have been followed
   * @param input what caused it, if that was no event
   * @param changed incidents as they are now
   * @param events about these or about others that were written before
   */
  public record Outcome(
      int era,
      long through,
      @Nullable IncidentInput input,
      List<Incident> changed,
      List<IncidentEvent> events,
      Instant at) {
    public Outcome {
      changed = List.copyOf(changed);
      events = List.copyOf(events);
    }
  }

  /** How far it has come; at first, all that is in the log now is left out. */
  public Place place() {
    jdbi.useHandle(
        h ->
            h.execute(
                """
                INSERT INTO incident_follower (era, written, checkpoint, checkpoint_at)
                SELECT 1, last, last, 'epoch' FROM (SELECT coalesce(max(seq), 0) AS last FROM events) e
                WHERE NOT EXISTS (SELECT FROM incident_follower)
                """));
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    SELECT era, written, checkpoint, checkpoint_at, snapshot FROM incident_follower
                    """)
                .map(
                    (row, _) ->
                        new Place(
                            row.getInt("era"),
                            row.getLong("written"),
                            row.getLong("checkpoint"),
                            Times.read(row, "checkpoint_at"),
                            row.getBytes("snapshot")))
                .one());
  }

  /** What moved incidents since the checkpoint besides events, in order. */
  public List<IncidentInput.Kept> inputs() {
    return jdbi.withHandle(KeptInputs::all);
  }

  public void write(Outcome outcome) {
    jdbi.useTransaction(
        h -> {
          move(h, outcome.era(), outcome.through());
          if (outcome.input() != null) {
            KeptInputs.add(h, outcome.through(), outcome.input());
          }
          new OutcomeWriter(h, outcome).write();
        });
  }

  /**
   * Keeps all that later decisions depend on. Inputs before this need not be read again.
   *
   * @param through all events up to this have been followed
   */
  public void checkpoint(int era, long through, Instant at, byte[] snapshot) {
    jdbi.useTransaction(
        h -> {
          move(h, era, through);
          h.createUpdate(
                  """
                  UPDATE incident_follower
                  SET checkpoint = :through, checkpoint_at = :at, snapshot = :snapshot
                  """)
              .bind("through", through)
              .bind("at", Times.sql(at))
              .bind("snapshot", snapshot)
              .execute();
          KeptInputs.forget(h);
        });
  }

  /** Begins anew: what goes on is closed, as nobody follows it any more. */
  public Place startEra(Instant now) {
    jdbi.useTransaction(
        h -> {
          h.createUpdate(
                  """
                  UPDATE incident_follower
                  SET era = era + 1, checkpoint = written, checkpoint_at = 'epoch', snapshot = NULL
                  """)
              .execute();
          KeptInputs.forget(h);
          h.createUpdate(
                  """
                  UPDATE incidents SET state = 'closed', closed_at = :now, updated_at = :now,
                    incident = (incident::jsonb
                      || jsonb_build_object('state', 'CLOSED', 'closedAt', :text))::json
                  WHERE state IN ('open', 'acknowledged')
                  """)
              .bind("now", Times.sql(now))
              .bind("text", now.toString())
              .execute();
        });
    return place();
  }

  /** How its operator calls an incident. */
  public Optional<Ref> findRef(long id) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    SELECT b.name, i.era, i.number
                    FROM incidents i JOIN brands b ON b.id = i.brand_id WHERE i.id = :id
                    """)
                .bind("id", id)
                .map((row, _) -> new Ref(row.getString(1), row.getInt(2), row.getLong(3)))
                .findOne());
  }

  /** The place never goes back; another that writes would be seen here. */
  private static void move(Handle handle, int era, long through) {
    int moved =
        handle
            .createUpdate(
                """
                UPDATE incident_follower SET written = :through
                WHERE era = :era AND written <= :through
                """)
            .bind("era", era)
            .bind("through", through)
            .execute();
    if (moved != 1) {
      throw new IllegalStateException("Somebody else follows the log on this database.");
    }
  }
}
