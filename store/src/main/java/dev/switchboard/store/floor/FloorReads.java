package dev.switchboard.store.floor;

import dev.switchboard.engine.event.ExceptionKind;
import dev.switchboard.store.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Open work as a lead sees it; one statement a call, or two. Of a brand, or of all if it is null.
 */
public final class FloorReads {
  /** So many cases, those that have waited longest, are told apart by language and topic. */
  public static final int MAX_TOLD_APART = 5_000;

  /** So many queues of a kind are listed. */
  private static final int MAX_QUEUES = 200;

  private static final String WAITING = "waiting";

  /** One of the bands, so that what came within it is counted with them. */
  private static final Duration HOUR = Duration.ofHours(1);

  private static final String OF_BRAND =
      "(:all OR brand_id = (SELECT id FROM brands WHERE name = :brand))";

  private final Jdbi jdbi;

  public FloorReads(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Two statements: what is open, by state and age, and what came and was answered lately. */
  public OpenWork open(@Nullable String brand, Instant now) {
    return jdbi.withHandle(
        h -> {
          List<OpenCases> open = byStateAndAge(h, brand, now);
          return of(
                  h.createQuery(
                          """
                          SELECT
                            (SELECT count(*) FROM cases
                             WHERE state = 'closed' AND close_reason <> 'history'
                               AND asked_at > :hour AND <brand>) AS came,
                            -- What was answered before it came is history.
                            (SELECT count(*) FROM cases
                             WHERE first_reply_at > :hour AND first_reply_at >= opened_at AND <brand>)
                              AS answered
                          """
                              .replace("<brand>", OF_BRAND))
                      .bind("hour", Times.sql(now.minus(HOUR))),
                  brand)
              .map((row, _) -> open(open, row.getLong("came"), row.getLong("answered")))
              .one();
        });
  }

  /**
   * How many are in a state and of an age.
   *
   * @param younger than so many of {@link OpenWork#BANDS}
   */
  private record OpenCases(String state, int younger, long cases, Instant oldest) {}

  private static List<OpenCases> byStateAndAge(Handle handle, @Nullable String brand, Instant now) {
    Query query =
        handle.createQuery(
            """
            SELECT state, count(*) AS cases, min(asked_at) AS oldest,
              width_bucket(asked_at, ARRAY[
                :band3::timestamptz, :band2::timestamptz, :band1::timestamptz, :band0::timestamptz])
                AS younger
            FROM cases WHERE state <> 'closed' AND <brand> GROUP BY state, younger
            """
                .replace("<brand>", OF_BRAND));
    for (int i = 0; i < OpenWork.BANDS.size(); i++) {
      // A bucket begins with its bound, and who waits as long as a band is not younger than it.
      Instant bound = now.minus(OpenWork.BANDS.get(i)).plus(1, ChronoUnit.MICROS);
      query.bind("band" + i, Times.sql(bound));
    }
    return of(query, brand)
        .map(
            (row, _) ->
                new OpenCases(
                    row.getString("state"),
                    row.getInt("younger"),
                    row.getLong("cases"),
                    Times.read(row, "oldest")))
        .list();
  }

  private static OpenWork open(List<OpenCases> open, long cameAndClosed, long answered) {
    List<Long> byAge = new ArrayList<>(Collections.nCopies(OpenWork.BANDS.size() + 1, 0L));
    Map<String, Long> byState = new HashMap<>();
    Instant oldest = null;
    long came = cameAndClosed;
    for (OpenCases some : open) {
      byState.merge(some.state(), some.cases(), Long::sum);
      int age = OpenWork.BANDS.size() - some.younger();
      came += age <= OpenWork.BANDS.indexOf(HOUR) ? some.cases() : 0;
      if (some.state().equals(WAITING)) {
        byAge.set(age, some.cases());
        oldest = oldest == null || some.oldest().isBefore(oldest) ? some.oldest() : oldest;
      }
    }
    return new OpenWork(
        byState.getOrDefault(WAITING, 0L),
        byState.getOrDefault("claimed", 0L),
        byState.getOrDefault("pending", 0L),
        byState.getOrDefault("answered", 0L),
        oldest,
        byAge,
        came,
        answered);
  }

  /** What rests, by whose turn it is. */
  public PausedLoad paused(@Nullable String brand) {
    return jdbi.withHandle(
        h ->
            of(
                    h.createQuery(
                        """
                        SELECT count(*) FILTER (WHERE paused_for = 'customer') AS customer,
                          count(*) FILTER (WHERE paused_for = 'company') AS company,
                          min(paused_until) AS next
                        FROM claims l
                        -- Case by case: there are many more that don't rest.
                        WHERE paused_until IS NOT NULL AND (:all
                          OR (SELECT c.brand_id FROM cases c WHERE c.id = l.case_id)
                            = (SELECT id FROM brands WHERE name = :brand))
                        """),
                    brand)
                .map(
                    (row, _) ->
                        new PausedLoad(
                            row.getLong("customer"),
                            row.getLong("company"),
                            Times.find(row, "next")))
                .one());
  }

  /**
   * Those that wait, by language and by topic, the longest queues of each first. Of more than
   * {@value #MAX_TOLD_APART}, those that have waited longest.
   */
  public List<QueueRow> queues(@Nullable String brand) {
    return jdbi.withHandle(
        h ->
            of(
                    h.createQuery(
                        """
                        WITH waiting AS (
                          SELECT conversation_id, asked_at FROM cases
                          WHERE state = 'waiting' AND <brand>
                          ORDER BY ranked_low, asked_at, id LIMIT :most),
                        about AS (
                          SELECT w.asked_at, asked.language, coalesce(tagged.intent, guessed.intent) AS topic
                          FROM waiting w
                          LEFT JOIN LATERAL (
                            SELECT p.language FROM posts p
                            WHERE p.conversation_id = w.conversation_id AND p.direction = 'in'
                            ORDER BY p.shown_at DESC, p.id DESC LIMIT 1) asked ON true
                          LEFT JOIN LATERAL (
                            SELECT l.intent FROM triage_labels l JOIN posts p ON p.id = l.post_id
                            WHERE p.conversation_id = w.conversation_id AND l.intent IS NOT NULL
                              AND l.undone_at IS NULL
                            ORDER BY l.id DESC LIMIT 1) tagged ON true
                          LEFT JOIN LATERAL (
                            SELECT p.intent FROM posts p
                            WHERE p.conversation_id = w.conversation_id AND p.direction = 'in'
                              AND p.intent IS NOT NULL
                            ORDER BY p.probability DESC NULLS LAST, p.id LIMIT 1) guessed ON true),
                        counted AS (
                          SELECT grouping(topic) = 1 AS by_language, language, topic,
                            count(*) AS cases, min(asked_at) AS oldest
                          FROM about GROUP BY GROUPING SETS ((language), (topic)))
                        SELECT * FROM (
                          SELECT *, row_number() OVER (
                            PARTITION BY by_language ORDER BY cases DESC, oldest, language, topic) AS place
                          FROM counted) placed
                        WHERE place <= :queues ORDER BY by_language DESC, place
                        """
                            .replace("<brand>", OF_BRAND)),
                    brand)
                .bind("most", MAX_TOLD_APART)
                .bind("queues", MAX_QUEUES)
                .map((row, _) -> queue(row))
                .list());
  }

  private static QueueRow queue(ResultSet row) throws SQLException {
    boolean language = row.getBoolean("by_language");
    return new QueueRow(
        language ? QueueRow.By.LANGUAGE : QueueRow.By.TOPIC,
        row.getString(language ? "language" : "topic"),
        row.getLong("cases"),
        Times.read(row, "oldest"));
  }

  /** Who could answer in which language, of those who work now and answer for the brand. */
  public Speakers speakers(@Nullable String brand) {
    return jdbi.withHandle(
        h -> {
          Map<String, Integer> languages = new HashMap<>();
          of(
                  h.createQuery(
                      """
                      SELECT coalesce(lower(split_part(l.language, '-', 1)), '') AS language,
                        count(DISTINCT r.person_id)::int AS people
                      FROM presence r
                      JOIN people p ON p.id = r.person_id AND p.disabled_at IS NULL
                      LEFT JOIN person_languages l ON l.person_id = r.person_id
                      WHERE r.presence = 'working'
                        AND (:all
                          OR NOT EXISTS (SELECT FROM person_brands b WHERE b.person_id = r.person_id)
                          OR EXISTS (SELECT FROM person_brands b
                            WHERE b.person_id = r.person_id AND b.brand = :brand))
                      GROUP BY 1
                      """),
                  brand)
              .map((row, _) -> languages.put(row.getString("language"), row.getInt("people")))
              .list();
          Integer any = languages.remove("");
          return new Speakers(any == null ? 0 : any, languages);
        });
  }

  /** What is open, by kind. */
  public List<ExceptionCount> exceptions(@Nullable String brand) {
    return jdbi.withHandle(
        h ->
            of(
                    h.createQuery(
                        """
                        SELECT kind, count(*) AS open, min(raised_at) AS oldest FROM exceptions
                        WHERE cleared_at IS NULL AND <brand>
                        GROUP BY kind ORDER BY kind
                        """
                            .replace("<brand>", OF_BRAND)),
                    brand)
                .map(
                    (row, _) ->
                        new ExceptionCount(
                            ExceptionKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                            row.getLong("open"),
                            Times.read(row, "oldest")))
                .list());
  }

  private static Query of(Query query, @Nullable String brand) {
    return query.bind("all", brand == null).bind("brand", brand == null ? "" : brand);
  }
}
