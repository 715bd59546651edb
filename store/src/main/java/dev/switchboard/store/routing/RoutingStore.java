package dev.switchboard.store.routing;

import dev.switchboard.store.Statements;
import dev.switchboard.store.Times;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Jdbi;

/**
 * Writes what routing decided. Several processes may try to route on one database; the one that
 * began last has the term, and what another writes is refused. Any thread.
 */
public final class RoutingStore {
  private final Jdbi jdbi;

  public RoutingStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Somebody else routes now. */
  public static final class TermOverException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TermOverException(long term) {
      super("Another process routes on this database since term " + term);
    }
  }

  /** Somebody's shift ended, and they have not said that they leave. */
  public record ShiftOver(String person, Instant end) {}

  /** Somebody let so many offers run out, one after the other. */
  public record NotLooking(String person, int offers) {}

  /** Begins a new term; waits for what is being written in the one before. */
  public long beginTerm() {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    INSERT INTO router AS r (term) VALUES (1)
                    ON CONFLICT (one) DO UPDATE SET term = r.term + 1 RETURNING term
                    """)
                .mapTo(long.class)
                .one());
  }

  /**
   * Writes what followed, all or nothing, in as many statements however much it is.
   *
   * @throws TermOverException if somebody else has begun a term since
   */
  public void write(long term, RoutingOutcome outcome) throws TermOverException {
    jdbi.useTransaction(
        h -> {
          AtomicBoolean mine = new AtomicBoolean();
          Statements.together(
              h,
              statements -> {
                statements.query(
                    "SELECT true FROM router WHERE term = ? FOR SHARE", _ -> mine.set(true), term);
                new OutcomeWriter(statements, outcome).add();
              });
          // All of it is taken back then.
          if (!mine.get()) {
            throw new TermOverException(term);
          }
        });
  }

  /**
   * Notes that people whose shift is over have left, unless they have said since that they work, or
   * hold a case that does not rest.
   *
   * @return how many have left
   */
  public int leave(List<ShiftOver> shifts, Instant now) {
    return jdbi.withHandle(
        h ->
            h.createUpdate(
                    """
                    WITH left_now AS (
                      UPDATE presence r SET presence = 'off', since = :now
                      FROM unnest(:people::text[], :ends::text[]) AS s (person, ends)
                      JOIN people p ON p.name = s.person
                      WHERE p.id = r.person_id AND r.presence = 'working'
                        AND r.since < s.ends::timestamptz
                        AND NOT EXISTS (SELECT FROM claims l
                          WHERE l.person_id = p.id AND l.expires_at > :now
                            AND l.paused_until IS NULL)
                      RETURNING p.name)
                    INSERT INTO events (at, type, data)
                    SELECT :now, 'person.presenceChanged',
                      jsonb_build_object(
                        'person', name, 'from', 'working', 'to', 'off', 'why', 'shiftOver')
                    FROM left_now
                    """)
                .bind("people", shifts.stream().map(ShiftOver::person).toArray(String[]::new))
                .bind("ends", shifts.stream().map(s -> s.end().toString()).toArray(String[]::new))
                .bind("now", Times.sql(now))
                .execute());
  }

  /**
   * Takes people for away who say that they work and don't look, unless they hold a case that does
   * not rest: then they work on that.
   *
   * @return how many
   */
  public int setAway(List<NotLooking> people, Instant now) {
    return jdbi.withHandle(
        h ->
            h.createUpdate(
                    """
                    WITH gone AS (
                      UPDATE presence r
                      SET presence = 'away', since = :now, unseen_offers = s.offers
                      FROM unnest(:people::text[], :offers::int[]) AS s (person, offers)
                      JOIN people p ON p.name = s.person
                      WHERE p.id = r.person_id AND r.presence = 'working'
                        AND NOT EXISTS (SELECT FROM claims l
                          WHERE l.person_id = p.id AND l.expires_at > :now
                            AND l.paused_until IS NULL)
                      RETURNING p.name, s.offers)
                    INSERT INTO events (at, type, data)
                    SELECT :now, 'person.presenceChanged', jsonb_build_object(
                      'person', name, 'from', 'working', 'to', 'away', 'why', 'notLooking',
                      'offers', offers)
                    FROM gone
                    """)
                .bind("people", people.stream().map(NotLooking::person).toArray(String[]::new))
                .bind("offers", people.stream().map(NotLooking::offers).toArray(Integer[]::new))
                .bind("now", Times.sql(now))
                .execute());
  }
}
