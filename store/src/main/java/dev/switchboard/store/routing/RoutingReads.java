package dev.switchboard.store.routing;

import dev.switchboard.engine.people.CaseWeights;
import dev.switchboard.store.CaseTraits;
import dev.switchboard.store.Times;
import dev.switchboard.store.process.FlowStore;
import dev.switchboard.store.process.KeptPlace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** What a router begins with, and what it must know anew: one statement each. Any thread. */
public final class RoutingReads {
  private static final int FETCH_ROWS = 2_000;

  /**
   * Cases {@code k}. A case that was answered and waits again waits since the first question after
   * that answer. Who answered last is looked up among all conversations of the customer.
   */
  private static final String CASES =
      """
      SELECT k.id, b.name AS brand, k.state, h.name AS holder, n.network, began.direct,
        began.author_id, %s AS topic,
        (SELECT o.language FROM posts o
         WHERE o.conversation_id = k.conversation_id AND o.direction = 'in'
           AND o.language IS NOT NULL
         ORDER BY o.shown_at DESC, o.id DESC LIMIT 1) AS language,
        CASE WHEN v.last_replied_at >= k.asked_at THEN coalesce(
          (SELECT min(o.created_at) FROM posts o
           WHERE o.conversation_id = k.conversation_id AND o.direction = 'in'
             AND o.deleted_at IS NULL AND coalesce(o.judged, o.verdict) IN ('help', 'unsure')
             AND o.created_at > v.last_replied_at), k.asked_at)
        ELSE k.asked_at END AS since,
        place.due_at, place.flow, place.version, place.step, place.entered_at, place.place,
        w.name AS chosen_flow, w.version AS chosen_version,
        last.name AS previous, last.at AS previous_at
      FROM cases k
      JOIN brands b ON b.id = k.brand_id
      JOIN conversations v ON v.id = k.conversation_id
      JOIN channels n ON n.id = v.channel_id
      LEFT JOIN case_places place ON place.case_id = k.id
      LEFT JOIN brand_flows w ON w.brand_id = k.brand_id
      LEFT JOIN claims l ON l.case_id = k.id
      LEFT JOIN people h ON h.id = l.person_id
      LEFT JOIN LATERAL (
        SELECT o.kind = 'direct' AS direct, o.author_id FROM posts o
        WHERE o.conversation_id = k.conversation_id AND o.direction = 'in'
        ORDER BY o.shown_at, o.id LIMIT 1) began ON true
      LEFT JOIN LATERAL (
        SELECT p.name, coalesce(r.sent_at, r.decided_at) AS at
        FROM replies r JOIN people p ON p.id = r.person_id
        WHERE r.status IN ('sent', 'returned') AND r.case_id = ANY(ARRAY(
          SELECT e.id FROM cases e WHERE e.conversation_id = k.conversation_id
          UNION
          SELECT e.id FROM cases e WHERE e.conversation_id IN (
            SELECT w.conversation_id FROM (
              SELECT o.conversation_id FROM posts o
              WHERE o.author_id = ANY(ARRAY(
                  SELECT coalesce(a.customer_id, a.id) FROM authors a WHERE a.id = began.author_id
                  UNION
                  SELECT s.id FROM authors a JOIN authors s ON s.customer_id = coalesce(a.customer_id, a.id)
                  WHERE a.id = began.author_id))
                AND o.created_at > k.asked_at - interval '30 days'
              ORDER BY o.created_at DESC LIMIT 50) w)))
        ORDER BY 2 DESC NULLS LAST LIMIT 1) last ON true
      """
          .formatted(CaseTraits.TOPIC);

  private final Jdbi jdbi;

  public RoutingReads(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** What to do with each of many, in order. */
  public interface OnEach<T> {
    void take(T row);
  }

  /** An offer that ended unanswered or declined, or that is open. */
  public record LateOffer(long caseId, String person, OfferState state, Instant until) {}

  /** Cases as they are now; those that are closed, too. */
  public List<RoutedCase> cases(Collection<Long> ids) {
    return jdbi.withHandle(
        h ->
            h.createQuery(CASES + " WHERE k.id = ANY(:ids)")
                .bindArray("ids", Long.class, List.copyOf(ids))
                .map((row, _) -> routed(row))
                .list());
  }

  /** All that wait or are held, those who have waited longest first. */
  public void open(OnEach<RoutedCase> each) {
    // Rows come in pieces only within a transaction.
    jdbi.useTransaction(
        h -> {
          Query query =
              h.createQuery(
                      CASES + " WHERE k.state IN ('waiting', 'claimed') ORDER BY k.asked_at, k.id")
                  .setFetchSize(FETCH_ROWS);
          query.map((row, _) -> routed(row)).forEach(each::take);
        });
  }

  /** Open offers, and those that were declined or expired since. */
  public List<LateOffer> offers(Instant since) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    SELECT o.case_id, p.name, o.state, coalesce(o.ended_at, o.expires_at) AS until
                    FROM offers o JOIN people p ON p.id = o.person_id
                    WHERE o.state = 'open'
                      OR o.state IN ('declined', 'expired') AND o.ended_at > :since
                    ORDER BY o.id
                    """)
                .bind("since", Times.sql(since))
                .map(
                    (row, _) ->
                        new LateOffer(
                            row.getLong("case_id"),
                            row.getString("name"),
                            OfferState.of(row.getString("state")),
                            Times.read(row, "until")))
                .list());
  }

  /** The cases of which it stands that nobody can take them. */
  public List<Long> unroutable() {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    SELECT case_id FROM exceptions
                    WHERE kind = 'UNROUTABLE' AND cleared_at IS NULL ORDER BY id
                    """)
                .mapTo(Long.class)
                .list());
  }

  private static RoutedCase routed(ResultSet row) throws SQLException {
    return new RoutedCase(
        row.getLong("id"),
        row.getString("brand"),
        row.getString("state"),
        row.getString("holder"),
        new CaseWeights.Kind(row.getString("network"), row.getBoolean("direct")),
        row.getString("topic"),
        row.getString("language"),
        Times.read(row, "since"),
        Times.find(row, "due_at"),
        row.getString("previous"),
        Times.find(row, "previous_at"),
        KeptPlace.find(row),
        FlowStore.findChosen(row));
  }
}
