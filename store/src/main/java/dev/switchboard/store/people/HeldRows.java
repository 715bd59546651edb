package dev.switchboard.store.people;

import dev.switchboard.engine.people.CaseWeights;
import dev.switchboard.store.CaseTraits;
import dev.switchboard.store.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What people hold, by kind of conversation: one statement, however many hold however much. */
final class HeldRows {
  private HeldRows() {}

  private static final String SELECT =
      "SELECT c.person_id, n.network, "
          + CaseTraits.DIRECT
          + """
           AS direct, count(*) AS cases
          FROM claims c
          JOIN cases k ON k.id = c.case_id
          JOIN conversations v ON v.id = k.conversation_id
          JOIN channels n ON n.id = v.channel_id
          """;

  private static final String GROUPED = " GROUP BY 1, 2, 3";

  /** Of the person of a name at a time, without one case. */
  static final String OF_ONE =
      SELECT
          + """
          WHERE c.person_id = (SELECT id FROM people WHERE name = ?) AND c.expires_at > ?
            AND c.case_id <> ?\
          """
          + GROUPED;

  /** Cases whose claim runs now, by holder. */
  static Map<Integer, List<CaseWeights.Held>> of(
      Handle handle, Collection<Integer> people, Instant now) {
    Map<Integer, List<CaseWeights.Held>> held = new HashMap<>();
    handle
        .createQuery(SELECT + "WHERE c.person_id = ANY(:people) AND c.expires_at > :now" + GROUPED)
        .bind("people", people.toArray(new Integer[0]))
        .bind("now", Times.sql(now))
        .map(
            (row, _) ->
                held.computeIfAbsent(row.getInt("person_id"), _ -> new ArrayList<>()).add(of(row)))
        .list();
    return held;
  }

  static CaseWeights.Held of(ResultSet row) throws SQLException {
    return new CaseWeights.Held(
        new CaseWeights.Kind(row.getString("network"), row.getBoolean("direct")),
        row.getInt("cases"));
  }
}
