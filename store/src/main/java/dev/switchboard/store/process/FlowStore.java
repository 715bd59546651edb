package dev.switchboard.store.process;

import dev.switchboard.engine.process.FlowKey;
import dev.switchboard.engine.process.Flows;
import dev.switchboard.store.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Flows as texts, and which brand works by which; one statement a read. Any thread. */
public final class FlowStore {
  private static final int MAX_VERSIONS = Flows.MAX_FLOWS * Flows.MAX_VERSIONS;
  private static final int MAX_BRANDS = 10_000;

  private static final String SAVED =
      """
      SELECT f.name, f.version, f.saved_by, f.saved_at,
             array(SELECT b.name FROM brand_flows c JOIN brands b ON b.id = c.brand_id
                   WHERE c.name = f.name AND c.version = f.version ORDER BY b.name) AS brands
      FROM flows f
      """;

  private final Jdbi jdbi;

  public FlowStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Runs {@code work} in one transaction, committed when this returns. */
  public <R> R inTransaction(Instant now, Function<FlowTransaction, R> work) {
    return jdbi.inTransaction(h -> work.apply(new FlowTransaction(h, now)));
  }

  /** Keeps a version that comes with Switchboard, unless there is one of this key already. */
  public void keep(FlowKey key, String yaml, Instant now) {
    jdbi.useHandle(
        h ->
            h.createUpdate(
                    """
                    INSERT INTO flows (name, version, yaml, saved_at)
                    VALUES (:name, :version, :yaml, :now)
                    ON CONFLICT DO NOTHING
                    """)
                .bind("name", key.name())
                .bind("version", key.version())
                .bind("yaml", yaml)
                .bind("now", Times.sql(now))
                .execute());
  }

  /** The text of a version. */
  public Optional<String> findYaml(FlowKey key) {
    return jdbi.withHandle(h -> findYaml(h, key));
  }

  static Optional<String> findYaml(Handle handle, FlowKey key) {
    return handle
        .createQuery("SELECT yaml FROM flows WHERE name = :name AND version = :version")
        .bind("name", key.name())
        .bind("version", key.version())
        .mapTo(String.class)
        .findOne();
  }

  /** All versions of all flows, by name, the latest first. */
  public List<SavedFlow> all() {
    return jdbi.withHandle(
        h ->
            h.createQuery(SAVED + " ORDER BY f.name, f.version DESC LIMIT :limit")
                .bind("limit", MAX_VERSIONS)
                .map((row, _) -> saved(row))
                .list());
  }

  /** The text of the latest version of each flow. */
  public Map<FlowKey, String> latestTexts() {
    Map<FlowKey, String> texts = new HashMap<>();
    jdbi.useHandle(
        h ->
            h.createQuery(
                    """
                    SELECT DISTINCT ON (name) name, version, yaml
                    FROM flows ORDER BY name, version DESC LIMIT :limit
                    """)
                .bind("limit", Flows.MAX_FLOWS)
                .map((row, _) -> Map.entry(key(row), row.getString("yaml")))
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue())));
    return texts;
  }

  /** One version. */
  public Optional<SavedFlow> find(FlowKey key) {
    return jdbi.withHandle(
        h ->
            h.createQuery(SAVED + " WHERE f.name = :name AND f.version = :version")
                .bind("name", key.name())
                .bind("version", key.version())
                .map((row, _) -> saved(row))
                .findOne());
  }

  /** On which version each brand's new cases begin, by the brand's name. */
  public List<BrandFlow> brands() {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    SELECT b.name AS brand, c.name, c.version, c.chosen_by, c.chosen_at
                    FROM brands b LEFT JOIN brand_flows c ON c.brand_id = b.id
                    ORDER BY b.name LIMIT :limit
                    """)
                .bind("limit", MAX_BRANDS)
                .map((row, _) -> brand(row))
                .list());
  }

  /** On which version new cases of a brand begin; empty if nobody has chosen one. */
  public Optional<FlowKey> findActive(int brandId) {
    return jdbi.withHandle(
        h ->
            h.createQuery("SELECT name, version FROM brand_flows WHERE brand_id = :brand")
                .bind("brand", brandId)
                .map((row, _) -> key(row))
                .findOne());
  }

  /** The same of all brands that have chosen one, within a transaction. */
  public static Map<Integer, FlowKey> active(Handle handle) {
    Map<Integer, FlowKey> active = new HashMap<>();
    handle
        .createQuery("SELECT brand_id, name, version FROM brand_flows LIMIT :limit")
        .bind("limit", MAX_BRANDS)
        .map((row, _) -> Map.entry(row.getInt("brand_id"), key(row)))
        .forEach(entry -> active.put(entry.getKey(), entry.getValue()));
    return active;
  }

  /** The flow that its brand has chosen, of a row that has it as {@code chosen_flow}; or null. */
  public static @Nullable FlowKey findChosen(ResultSet row) throws SQLException {
    String name = row.getString("chosen_flow");
    return name == null ? null : new FlowKey(name, row.getInt("chosen_version"));
  }

  static FlowKey key(ResultSet row) throws SQLException {
    return new FlowKey(row.getString("name"), row.getInt("version"));
  }

  private static SavedFlow saved(ResultSet row) throws SQLException {
    return new SavedFlow(
        key(row),
        row.getString("saved_by"),
        Times.read(row, "saved_at"),
        List.of((String[]) row.getArray("brands").getArray()));
  }

  private static BrandFlow brand(ResultSet row) throws SQLException {
    @Nullable FlowKey flow = row.getString("name") == null ? null : key(row);
    return new BrandFlow(
        row.getString("brand"), flow, row.getString("chosen_by"), Times.find(row, "chosen_at"));
  }
}
