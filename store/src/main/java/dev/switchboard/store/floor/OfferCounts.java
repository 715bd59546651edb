package dev.switchboard.store.floor;

import dev.switchboard.store.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Offers as a lead sees them: two statements, however many there are. Any thread. */
public final class OfferCounts {
  /** Of more that ended within the time, the latest are counted. */
  public static final int MAX_ENDED = 50_000;

  private static final String OF_BRAND =
      "(:all OR brand_id = (SELECT id FROM brands WHERE name = :brand))";

  private final Jdbi jdbi;

  public OfferCounts(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * What is out now, and how what ended lately ended.
   *
   * @param brand of that; null for all
   * @param people of whom it is told how many they have
   * @param span how long ago an offer may have ended to be counted
   */
  public OfferLoad now(@Nullable String brand, List<Integer> people, Instant now, Duration span) {
    Map<Integer, Integer> to = new HashMap<>();
    long open = open(brand, people, now, to);
    return ended(brand, now, span, open, to);
  }

  private long open(
      @Nullable String brand, List<Integer> people, Instant now, Map<Integer, Integer> to) {
    return jdbi.withHandle(
        h ->
            h
                .createQuery(
                    """
                    SELECT CASE WHEN person_id = ANY(:people) THEN person_id ELSE 0 END AS person,
                      count(*)::int AS offers
                    FROM offers WHERE state = 'open' AND expires_at > :now AND <brand>
                    GROUP BY 1
                    """
                        .replace("<brand>", OF_BRAND))
                .bindArray("people", Integer.class, people)
                .bind("now", Times.sql(now))
                .bind("all", brand == null)
                .bind("brand", brand == null ? "" : brand)
                .map(
                    (row, _) -> {
                      int offers = row.getInt("offers");
                      int person = row.getInt("person");
                      if (person != 0) {
                        to.put(person, offers);
                      }
                      return (long) offers;
                    })
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .sum());
  }

  private OfferLoad ended(
      @Nullable String brand, Instant now, Duration span, long open, Map<Integer, Integer> to) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    SELECT count(*) FILTER (WHERE state = 'accepted') AS accepted,
                      count(*) FILTER (WHERE state = 'declined') AS declined,
                      count(*) FILTER (WHERE state = 'expired') AS expired,
                      count(*) FILTER (WHERE state = 'withdrawn') AS withdrawn
                    FROM (SELECT state FROM offers WHERE ended_at > :since AND <brand>
                          ORDER BY ended_at DESC LIMIT :most) ended
                    """
                        .replace("<brand>", OF_BRAND))
                .bind("since", Times.sql(now.minus(span)))
                .bind("all", brand == null)
                .bind("brand", brand == null ? "" : brand)
                .bind("most", MAX_ENDED)
                .map(
                    (row, _) ->
                        new OfferLoad(
                            open,
                            to,
                            row.getLong("accepted"),
                            row.getLong("declined"),
                            row.getLong("expired"),
                            row.getLong("withdrawn")))
                .one());
  }
}
