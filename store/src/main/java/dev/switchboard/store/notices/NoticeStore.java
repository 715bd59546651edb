package dev.switchboard.store.notices;

import dev.switchboard.engine.people.NoticeKind;
import dev.switchboard.store.Times;
import dev.switchboard.store.log.LoggedEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Notifications: made from events, read by those whom they concern. Any thread. */
public final class NoticeStore {
  /** Older ones make room. */
  public static final int MAX_KEPT_EACH = 200;

  /** Events of these types may concern somebody; all others concern nobody in particular. */
  public static final Set<String> TYPES =
      Set.of(
          "case.transferred",
          "case.takenOver",
          "reply.approvalAsked",
          "reply.approved",
          "reply.sentBack",
          "case.noteAdded",
          "exception.raised",
          "step.escalated",
          "case.resumed");

  private static final String PRESENCE = "person.presenceChanged";
  private static final String NOT_LOOKING = "\"notLooking\"";

  private static final int MAX_LISTED = 50;

  private final Jdbi jdbi;

  public NoticeStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Whether an event may concern somebody; nearly all concern nobody in particular. */
  public static boolean mayConcern(LoggedEvent event) {
    return TYPES.contains(event.type())
        || event.type().equals(PRESENCE) && event.dataJson().contains(NOT_LOOKING);
  }

  /** How far the log has been read; everything up to here has been made of it. */
  public long place() {
    return jdbi.withHandle(
        h -> h.createQuery("SELECT coalesce(max(seq), 0) FROM notifier").mapTo(long.class).one());
  }

  /** Keeps the place; it never goes back. */
  public void keepPlace(long seq) {
    jdbi.useHandle(h -> keepPlace(h, seq));
  }

  private static void keepPlace(Handle handle, long seq) {
    handle
        .createUpdate(
            """
            INSERT INTO notifier AS n (seq) VALUES (:seq)
            ON CONFLICT (one) DO UPDATE SET seq = greatest(n.seq, excluded.seq)
            """)
        .bind("seq", seq)
        .execute();
  }

  /**
   * Makes notifications of events, and keeps the place. However many events and people there are,
   * it takes four statements; done twice it adds nothing.
   *
   * @param seqs numbers of events that {@link #mayConcern} somebody
   * @param through the number of the last event that was looked at
   * @return the names of whom they concern, by this call or by another process's
   */
  public List<String> make(Collection<Long> seqs, long through) {
    Long[] numbers = seqs.toArray(new Long[0]);
    return jdbi.inTransaction(
        h -> {
          h.createUpdate(MAKE)
              .bind("seqs", numbers)
              .bind("approvers", CalledPeople.APPROVERS)
              .bind("workers", CalledPeople.WORKERS)
              .bind("most", CalledPeople.MAX_CALLED)
              .execute();
          h.createUpdate(TRIM).bind("seqs", numbers).bind("most", MAX_KEPT_EACH).execute();
          keepPlace(h, through);
          return h.createQuery(
                  """
                  SELECT DISTINCT p.name FROM notifications n JOIN people p ON p.id = n.person_id
                  WHERE n.event_seq = ANY(:seqs)
                  """)
              .bind("seqs", numbers)
              .mapTo(String.class)
              .list();
        });
  }

  /**
   * Whom each event concerns. Nobody is notified of what they did themselves. In a note, @ and a
   * name that goes on (Jo Doe) is not the shorter name (Jo).
   */
  private static final String MAKE =
      """
      WITH e AS (
        SELECT seq, at, type, case_id, brand_id, actor, data FROM events
        WHERE seq = ANY(:seqs) AND (case_id IS NOT NULL OR type = 'person.presenceChanged')),
      """
          + CalledPeople.CALLED
          + """
      concerned AS (
        SELECT e.seq, p.id AS person, 'handedOver' AS kind, NULL AS words
        FROM e JOIN people p ON e.type = 'case.transferred' AND p.name = e.data->>'to'
        UNION ALL
        SELECT e.seq, p.id, 'takenOver', left(e.data->>'reason', 300)
        FROM e JOIN people p ON e.type = 'case.takenOver' AND p.name = e.data->>'from'
        UNION ALL
        SELECT e.seq, p.id, CASE e.type WHEN 'reply.approved' THEN 'approved' ELSE 'sentBack' END,
          left(e.data->>'note', 300)
        FROM e JOIN people p ON e.type IN ('reply.approved', 'reply.sentBack')
          AND p.name = e.data->>'person'
        UNION ALL
        SELECT e.seq, r.person_id,
          CASE e.data->>'kind' WHEN 'send_failed' THEN 'replyFailed' ELSE 'replyUnknown' END,
          left(e.data->>'reason', 300)
        FROM e
        JOIN exceptions x ON e.type = 'exception.raised'
          AND e.data->>'kind' IN ('send_failed', 'send_unknown')
          AND x.id = (e.data->>'exception')::bigint
        JOIN replies r ON r.id = x.reply_id
        UNION ALL
        SELECT e.seq, p.id, 'mentioned', left(e.data->>'text', 300)
        FROM e JOIN people p ON e.type = 'case.noteAdded'
          AND position('@' || lower(p.name) IN lower(e.data->>'text')) > 0
          AND e.data->>'text' ~* ('(^|[^[:alnum:]_])@'
            || regexp_replace(p.name, '([^[:alnum:] ])', '\\\\\\1', 'g') || '($|[^[:alnum:]_])')
        WHERE NOT EXISTS (
          SELECT FROM people l
          WHERE starts_with(lower(l.name), lower(p.name) || ' ')
            AND position('@' || lower(l.name) IN lower(e.data->>'text')) > 0)
        UNION ALL
        SELECT d.seq, d.person, d.kind, d.words FROM called d
        UNION ALL
        SELECT e.seq, p.id, 'resumed',
          CASE e.data->>'how' WHEN 'customerWrote' THEN 'The customer has written.'
            WHEN 'timeCame' THEN 'The time for it has come.' END
        FROM e JOIN people p ON e.type = 'case.resumed' AND p.name = e.data->>'person'
        UNION ALL
        SELECT e.seq, p.id, 'setAway', format(
          '%s offers ran out, one after the other. Say that you work, and others come.',
          e.data->>'offers')
        FROM e JOIN people p ON e.type = 'person.presenceChanged'
          AND e.data->>'why' = 'notLooking' AND p.name = e.data->>'person')
      INSERT INTO notifications (person_id, event_seq, kind, case_id, actor, words, at)
      SELECT c.person, c.seq, c.kind, e.case_id, e.actor, c.words, e.at
      FROM concerned c JOIN e ON e.seq = c.seq JOIN people p ON p.id = c.person
      WHERE p.name IS DISTINCT FROM e.actor AND NOT c.kind = ANY(p.muted_notices)
      ORDER BY c.seq
      ON CONFLICT DO NOTHING
      """;

  private static final String TRIM =
      """
      DELETE FROM notifications WHERE id IN (
        SELECT o.id FROM (
          SELECT DISTINCT person_id FROM notifications WHERE event_seq = ANY(:seqs)) t
        CROSS JOIN LATERAL (
          SELECT id FROM notifications n WHERE n.person_id = t.person_id
          ORDER BY event_seq DESC, id DESC OFFSET :most) o)
      """;

  /**
   * What a person has been told, as of one moment.
   *
   * @param latest the latest first; at most 50
   * @param unread how many of all are not read
   */
  public record Told(List<Notice> latest, int unread) {
    public Told {
      latest = List.copyOf(latest);
    }
  }

  public Told told(String person) {
    AtomicInteger unread = new AtomicInteger();
    List<Notice> latest =
        jdbi.withHandle(
            h ->
                h.createQuery(
                        """
                    SELECT n.id, n.kind, n.case_id, n.actor, n.words, n.at, n.read_at,
                      count(*) FILTER (WHERE n.read_at IS NULL) OVER () AS unread
                    FROM notifications n JOIN people p ON p.id = n.person_id
                    WHERE p.name = :person AND n.kind = ANY(:known)
                    ORDER BY n.event_seq DESC, n.id DESC LIMIT :limit
                    """)
                    .bind("person", person)
                    .bind("known", words(EnumSet.allOf(NoticeKind.class)))
                    .bind("limit", MAX_LISTED)
                    .map(
                        (row, _) -> {
                          unread.setPlain(row.getInt("unread"));
                          return new Notice(
                              row.getLong("id"),
                              NoticeKind.find(row.getString("kind")).orElseThrow(),
                              row.getObject("case_id", Long.class),
                              row.getString("actor"),
                              row.getString("words"),
                              Times.read(row, "at"),
                              Times.find(row, "read_at"));
                        })
                    .list());
    return new Told(latest, unread.getPlain());
  }

  /** How many this person has not read. */
  public int unread(String person) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    SELECT count(*) FROM notifications n JOIN people p ON p.id = n.person_id
                    WHERE p.name = :person AND n.read_at IS NULL
                    """)
                .bind("person", person)
                .mapTo(int.class)
                .one());
  }

  /** Marks one as read; nothing happens if it is not this person's. */
  public void read(String person, long id, Instant now) {
    markRead(person, "n.id = :id", id, now);
  }

  /** Marks all up to one as read, that one included: later ones have not been seen. */
  public void readThrough(String person, long id, Instant now) {
    markRead(
        person, "n.event_seq <= (SELECT event_seq FROM notifications WHERE id = :id)", id, now);
  }

  private void markRead(String person, String which, long id, Instant now) {
    jdbi.useHandle(
        h ->
            h.createUpdate(
                    """
                    UPDATE notifications n SET read_at = :now FROM people p
                    WHERE p.id = n.person_id AND p.name = :person AND n.read_at IS NULL AND\s"""
                        + which)
                .bind("person", person)
                .bind("id", id)
                .bind("now", Times.sql(now))
                .execute());
  }

  /** Of which kinds this person does not want to hear. */
  public Set<NoticeKind> muted(String person) {
    Set<NoticeKind> muted = EnumSet.noneOf(NoticeKind.class);
    jdbi.useHandle(
        h ->
            h.createQuery("SELECT unnest(muted_notices) FROM people WHERE name = :person")
                .bind("person", person)
                .mapTo(String.class)
                .forEach(word -> NoticeKind.find(word).ifPresent(muted::add)));
    return muted;
  }

  /** From now on. */
  public void mute(String person, Set<NoticeKind> kinds) {
    jdbi.useHandle(
        h ->
            h.createUpdate("UPDATE people SET muted_notices = :kinds WHERE name = :person")
                .bind("person", person)
                .bind("kinds", words(kinds))
                .execute());
  }

  /** Removes those that are older. */
  public int forget(Instant before) {
    return jdbi.withHandle(
        h ->
            h.createUpdate("DELETE FROM notifications WHERE at < :before")
                .bind("before", Times.sql(before))
                .execute());
  }

  private static String[] words(Set<NoticeKind> kinds) {
    return kinds.stream().map(NoticeKind::word).toArray(String[]::new);
  }
}
