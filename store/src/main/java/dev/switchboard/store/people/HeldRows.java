package dev.switchboard.store.people;

import dev.switchboard.engine.people.CaseWeights;
import dev.switchboard.store.CaseTraits;
import dev.switchboard.store.Times;
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

  /** Cases whose claim runs now, by holder. */
  static Map<Integer, List<CaseWeights.Held>> of(
      Handle handle, Collection<Integer> people, Instant now) {
    return of(handle, people, 0, now);
  }

  /** The same without one case. */
  static Map<Integer, List<CaseWeights.Held>> of(
      Handle handle, Collection<Integer> people, long without, Instant now) {
    Map<Integer, List<CaseWeights.Held>> held = new HashMap<>();
    handle
        .createQuery(
            "SELECT c.person_id, n.network, "
                + CaseTraits.DIRECT
                + """
                 AS direct, count(*) AS cases
                FROM claims c
                JOIN cases k ON k.id = c.case_id
                JOIN conversations v ON v.id = k.conversation_id
                JOIN channels n ON n.id = v.channel_id
                WHERE c.person_id = ANY(:people) AND c.expires_at > :now AND c.case_id <> :without
                GROUP BY 1, 2, 3
                """)
        .bind("people", people.toArray(new Integer[0]))
        .bind("now", Times.sql(now))
        .bind("without", without)
        .map(
            (row, _) ->
                held.computeIfAbsent(row.getInt("person_id"), _ -> new ArrayList<>())
                    .add(
                        new CaseWeights.Held(
                            new CaseWeights.Kind(
                                row.getString("network"), row.getBoolean("direct")),
                            row.getInt("cases"))))
        .list();
    return held;
  }
}
