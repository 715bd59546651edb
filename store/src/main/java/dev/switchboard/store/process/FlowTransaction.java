package dev.switchboard.store.process;

import dev.switchboard.engine.event.AboutFlows;
import dev.switchboard.engine.event.NewEvent;
import dev.switchboard.engine.process.FlowKey;
import dev.switchboard.engine.process.FlowVersions;
import dev.switchboard.store.Times;
import dev.switchboard.store.log.EventWriter;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** One transaction on flows. One thread. */
public final class FlowTransaction {
  private final Handle handle;
  private final Instant now;

  FlowTransaction(Handle handle, Instant now) {
    this.handle = handle;
    this.now = now;
  }

  /** Which versions there are; nobody else adds one until this transaction ends. */
  public FlowVersions lockVersions() {
    handle.execute("LOCK TABLE flows IN SHARE ROW EXCLUSIVE MODE");
    return new FlowVersions(
        handle
            .createQuery("SELECT name, version FROM flows")
            .map((row, _) -> FlowStore.key(row))
            .list());
  }

  public Optional<String> findYaml(FlowKey key) {
    return FlowStore.findYaml(handle, key);
  }

  /** Adds a version, with its event. */
  public void add(FlowKey key, String yaml, @Nullable String actor) {
    handle
        .createUpdate(
            """
            INSERT INTO flows (name, version, yaml, saved_by, saved_at)
            VALUES (:name, :version, :yaml, :actor, :now)
            """)
        .bind("name", key.name())
        .bind("version", key.version())
        .bind("yaml", yaml)
        .bind("actor", actor)
        .bind("now", Times.sql(now))
        .execute();
    record(null, actor, new AboutFlows.Saved(key.name(), key.version()));
  }

  /** Locks a brand and finds its number. */
  public Optional<Integer> lockBrand(String brand) {
    return handle
        .createQuery("SELECT id FROM brands WHERE name = :brand FOR NO KEY UPDATE")
        .bind("brand", brand)
        .mapTo(Integer.class)
        .findOne();
  }

  /**
   * Lets new cases of a brand, which is locked, begin on a version, which is there; with its event,
   * unless they do already.
   *
   * @return on which they began until then; empty if none was chosen
   */
  public Optional<FlowKey> activate(int brandId, FlowKey key, @Nullable String actor) {
    Optional<FlowKey> before =
        handle
            .createQuery("SELECT name, version FROM brand_flows WHERE brand_id = :brand")
            .bind("brand", brandId)
            .map((row, _) -> FlowStore.key(row))
            .findOne();
    if (before.filter(key::equals).isPresent()) {
      return before;
    }
    handle
        .createUpdate(
            """
            INSERT INTO brand_flows (brand_id, name, version, chosen_by, chosen_at)
            VALUES (:brand, :name, :version, :actor, :now)
            ON CONFLICT (brand_id) DO UPDATE SET name = excluded.name, version = excluded.version,
              chosen_by = excluded.chosen_by, chosen_at = excluded.chosen_at
            """)
        .bind("brand", brandId)
        .bind("name", key.name())
        .bind("version", key.version())
        .bind("actor", actor)
        .bind("now", Times.sql(now))
        .execute();
    record(
        brandId,
        actor,
        new AboutFlows.Activated(
            key.name(), key.version(), before.map(FlowKey::words).orElse(null)));
    return before;
  }

  private void record(@Nullable Integer brandId, @Nullable String actor, AboutFlows event) {
    EventWriter.write(handle, brandId, new NewEvent(null, null, actor, event), now);
  }
}
