package dev.switchboard.store.process;

import dev.switchboard.engine.process.FlowCheck;
import dev.switchboard.engine.process.FlowKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** How many open cases are where in their flows, one statement each. Any thread. */
public final class StepCounts {
  private static final int MAX_ROWS = 10_000;

  private final Jdbi jdbi;

  public StepCounts(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** How many are in each step of a version that has some. */
  public Map<String, Integer> of(FlowKey key) {
    Map<String, Integer> counts = new HashMap<>();
    jdbi.useHandle(
        h ->
            h.createQuery(
                    """
                    SELECT step, count(*) AS cases FROM case_places
                    WHERE flow = :flow AND version = :version AND state <> 'closed'
                    GROUP BY step LIMIT :limit
                    """)
                .bind("flow", key.name())
                .bind("version", key.version())
                .bind("limit", FlowCheck.MAX_STEPS)
                .map((row, _) -> Map.entry(row.getString("step"), row.getInt("cases")))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue())));
    return counts;
  }

  /** How many each brand has on each version, by the brand's name, the most first. */
  public List<OpenCases> open() {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    SELECT b.name AS brand, p.name, p.version, p.cases
                    FROM (SELECT brand_id, flow AS name, version, count(*) AS cases
                          FROM case_places WHERE state <> 'closed'
                          GROUP BY brand_id, flow, version) p
                    JOIN brands b ON b.id = p.brand_id
                    ORDER BY b.name, p.cases DESC, p.name, p.version LIMIT :limit
                    """)
                .bind("limit", MAX_ROWS)
                .map(
                    (row, _) ->
                        new OpenCases(
                            row.getString("brand"), FlowStore.key(row), row.getInt("cases")))
                .list());
  }
}
