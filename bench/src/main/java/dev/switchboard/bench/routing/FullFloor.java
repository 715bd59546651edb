package dev.switchboard.bench.routing;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * A company whose people all hold as much as they can while many cases wait, written as rows:
 * people of 3 brands, 6 languages and 8 skills, of whom hardly two can do the same; cases that ask
 * for one of each.
 */
final class FullFloor {
  static final int CAPACITY = 5;

  private final Jdbi jdbi;
  private long closedOf;

  FullFloor(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  void fill(int people, int waiting) {
    jdbi.useTransaction(
        h -> {
          people(h, people);
          cases(h, people * CAPACITY + waiting);
          held(h, people * CAPACITY);
        });
    jdbi.useHandle(h -> h.execute("VACUUM ANALYZE"));
  }

  private static void people(Handle handle, int people) {
    handle
        .createUpdate(
            """
            INSERT INTO people (name, capacity) SELECT 'agent ' || i, %d
            FROM generate_series(0, :people - 1) i
            """
                .formatted(CAPACITY))
        .bind("people", people)
        .execute();
    handle.execute(
        "INSERT INTO presence (person_id, presence, since) SELECT id, 'working', now() FROM people");
    handle.execute(
        """
        INSERT INTO person_brands (person_id, brand)
        SELECT id, 'brand ' || id / 3 % 3 FROM people WHERE id % 3 = 0
        """);
    handle.execute(
        """
        INSERT INTO person_languages (person_id, language)
        SELECT id, (ARRAY['de', 'fr', 'es', 'it', 'pl'])[1 + id % 5] FROM people
        UNION SELECT id, 'en' FROM people
        """);
    handle.execute(
        """
        INSERT INTO person_skills (person_id, skill, level)
        SELECT id, 'topic ' || t, 1 + (id / 7 + t * id) % 5
        FROM people, generate_series(0, 7) t WHERE (id * 31 + t * 17 + id / 11 * t) % 2 = 0
        """);
  }

  private static void cases(Handle handle, int cases) {
    handle.execute("INSERT INTO brands (name) SELECT 'brand ' || i FROM generate_series(0, 2) i");
    handle.execute(
        "INSERT INTO channels (brand_id, network, account) SELECT id, 'x', name FROM brands");
    handle
        .createUpdate(
            """
            INSERT INTO authors (id, brand_id, network, external_id)
            SELECT i, 1 + i % 3, 'x', 'customer ' || i FROM generate_series(1, :cases) i
            """)
        .bind("cases", cases)
        .execute();
    handle
        .createUpdate(
            """
            INSERT INTO conversations
              (id, channel_id, last_post, last_shown_at, first_asked_at, last_help_at)
            SELECT i, 1 + i % 3, i, asked, asked, asked
            FROM generate_series(1, :cases) i,
              LATERAL (SELECT now() - i % 240 * interval '15 s' AS asked) a
            """)
        .bind("cases", cases)
        .execute();
    handle.execute(
        """
        INSERT INTO posts (id, channel_id, external_id, conversation_id, author_id, direction, kind,
          text, created_at, shown_at, received_at, language, verdict, probability, model, intent)
        SELECT id, channel_id, 'p' || id, id, id, 'in', 'mention', 'please help me with this',
          first_asked_at, first_asked_at, first_asked_at,
          (ARRAY['en', 'de', 'fr', 'es', 'it', 'pl'])[1 + id % 6], 'help', .9, 1,
          'topic ' || id / 6 % 8
        FROM conversations
        """);
    handle.execute(
        """
        INSERT INTO cases
          (id, brand_id, conversation_id, state, ranked_low, fence, asked_at, opened_at)
        SELECT id, 1 + id % 3, id, 'waiting', false, 0, first_asked_at, first_asked_at
        FROM conversations
        """);
  }

  private static void held(Handle handle, int held) {
    handle
        .createUpdate("UPDATE cases SET state = 'claimed', fence = 1 WHERE id <= :held")
        .bind("held", held)
        .execute();
    handle
        .createUpdate(
            """
            INSERT INTO claims (case_id, person_id, token, claimed_at, expires_at)
            SELECT k.id, p.id, 1, now(), now() + interval '1 day'
            FROM generate_series(1, :held) k (id) JOIN people p ON p.id = 1 + (k.id - 1) / %d
            """
                .formatted(CAPACITY))
        .bind("held", held)
        .execute();
  }

  /**
   * What a day leaves behind: every eighth of those that are held paused, where each case is in its
   * flow, as many cases again that were answered, exceptions of one case in fifty, an offer for
   * each tenth of those that wait, and those that ended within the day.
   */
  void liveIn() {
    jdbi.useTransaction(FullFloor::liveIn);
    jdbi.useHandle(h -> h.execute("VACUUM ANALYZE"));
  }

  private static void liveIn(Handle handle) {
    handle.execute(
        """
        UPDATE claims SET pause_reason = 'a photo', paused_until = now() + interval '1 day',
          paused_for = CASE case_id % 2 WHEN 0 THEN 'customer' ELSE 'company' END
        WHERE case_id % 10 = 0 OR case_id % 15 = 0
        """);
    handle.execute(
        """
        INSERT INTO case_places (case_id, brand_id, flow, version, step, state, entered_at, due_kind,
          due_at, in_danger, breached, seen_at, place)
        SELECT id, brand_id, 'plain', 1, state, state, asked_at, 'first_answer',
          asked_at + interval '1 hour', id % 20 = 0, id % 50 = 0, now(), jsonb_build_object(
            'case', id, 'brand', 'a brand', 'flow', 'plain', 'version', 1, 'step', state)
        FROM cases
        """);
    handle.execute(
        """
        INSERT INTO cases (id, brand_id, conversation_id, state, ranked_low, fence, asked_at,
          opened_at, first_reply_at, closed_at, close_reason)
        SELECT 10000000 + id, brand_id, conversation_id, 'closed', false, 1, at, at,
          at + interval '9 min', at + interval '1 hour', 'done'
        FROM cases, LATERAL (SELECT now() - id % 1430 * interval '1 min' AS at) asked
        """);
    handle.execute(
        """
        INSERT INTO exceptions (brand_id, case_id, kind, reason, raised_at)
        SELECT brand_id, id, 'DEADLINE_BREACHED', 'late', now() FROM cases WHERE id % 50 = 0
        """);
    handle.execute(
        """
        INSERT INTO offers (case_id, brand_id, person_id, made_at, expires_at, why)
        SELECT id, brand_id, 1 + id % (SELECT count(*) FROM people), now(),
          now() + interval '1 day', '{}'
        FROM cases WHERE state = 'waiting' AND id % 10 = 0
        """);
    handle.execute(
        """
        INSERT INTO offers (case_id, brand_id, person_id, made_at, expires_at, ended_at, state, why)
        SELECT id, brand_id, 1 + id % (SELECT count(*) FROM people), at, at, at,
          (ARRAY['accepted', 'accepted', 'accepted', 'declined', 'expired'])[1 + id % 5], '{}'
        FROM cases, LATERAL (SELECT now() - id % 480 * interval '1 min' AS at) made
        """);
  }

  /** Closes some cases that are held, each of another person. */
  void close(int cases) {
    jdbi.useHandle(
        h ->
            h.createUpdate(
                    """
                    WITH one AS (
                      SELECT DISTINCT ON (person_id) case_id FROM claims
                      WHERE person_id > :after ORDER BY person_id, case_id LIMIT :cases),
                    gone AS (
                      DELETE FROM claims l USING one o WHERE l.case_id = o.case_id
                      RETURNING l.case_id, l.person_id),
                    closed AS (
                      UPDATE cases c SET state = 'closed', closed_at = now(), close_reason = 'done'
                      FROM gone g WHERE c.id = g.case_id RETURNING c.id, c.brand_id)
                    INSERT INTO events (at, brand_id, type, case_id, data)
                    SELECT now(), brand_id, 'case.closed', id, '{"reason": "done"}' FROM closed
                    """)
                .bind("after", closedOf)
                .bind("cases", cases)
                .execute());
    closedOf += cases;
  }

  /** Everybody accepts what they are offered; how many that were. */
  int acceptAll() {
    return jdbi.withHandle(
        h ->
            h.createUpdate(
                    """
                    WITH taken AS (
                      UPDATE offers SET state = 'accepted', ended_at = now() WHERE state = 'open'
                      RETURNING case_id, person_id),
                    held AS (
                      INSERT INTO claims (case_id, person_id, token, claimed_at, expires_at)
                      SELECT case_id, person_id, 1, now(), now() + interval '1 day' FROM taken),
                    claimed AS (
                      UPDATE cases c SET state = 'claimed', fence = 1
                      FROM taken t WHERE c.id = t.case_id RETURNING c.id, c.brand_id)
                    INSERT INTO events (at, brand_id, type, case_id, data)
                    SELECT now(), brand_id, 'case.claimed', id, '{"token": 1}' FROM claimed
                    """)
                .execute());
  }
}
