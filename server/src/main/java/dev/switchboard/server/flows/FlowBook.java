package dev.switchboard.server.flows;

import dev.switchboard.channels.flows.FlowFile;
import dev.switchboard.channels.flows.ShippedFlows;
import dev.switchboard.engine.process.Flow;
import dev.switchboard.engine.process.FlowKey;
import dev.switchboard.store.process.FlowStore;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The flows by which cases run, read from their texts once: a version never changes, so what is
 * remembered can't be old, also if another process saved it. Which version a brand has chosen is
 * read each time. A version that can't be read any more must not stop those who work: its cases go
 * on as if their brand had chosen none. Any thread.
 */
public final class FlowBook {
  private static final Logger log = LoggerFactory.getLogger(FlowBook.class);

  /** What brands have that chose none: nothing is asked of anybody, and nothing is due. */
  public static final FlowKey USUAL = ShippedFlows.PLAIN.flow().key();

  private static final int MAX_REMEMBERED = 1_000;

  private final FlowStore store;
  private final Map<FlowKey, Kept> remembered = new ConcurrentHashMap<>();

  /**
   * A version as it can be read.
   *
   * @param problem why not, and then {@code flow} is the usual one; null if it can
   */
  private record Kept(Flow flow, @Nullable String problem) {}

  private FlowBook(Jdbi jdbi) {
    this.store = new FlowStore(jdbi);
  }

  /** Opens it, and keeps the flows that come with this Switchboard beside the company's own. */
  public static FlowBook open(Jdbi jdbi, Instant now) {
    FlowBook book = new FlowBook(jdbi);
    for (ShippedFlows shipped : ShippedFlows.values()) {
      FlowKey key = shipped.flow().key();
      book.store.keep(key, shipped.yaml(), now);
      book.get(key);
    }
    return book;
  }

  private Kept kept(FlowKey key) {
    Kept known = remembered.get(key);
    if (known != null) {
      return known;
    }
    Kept found =
        store
            .findYaml(key)
            .map(yaml -> read(key, yaml))
            .orElseThrow(() -> new IllegalStateException("there is no flow " + key.words()));
    if (remembered.size() < MAX_REMEMBERED) {
      remembered.put(key, found);
    }
    return found;
  }

  /**
   * The flow on which a case runs; the usual one, by another key, if it can't be read.
   *
   * @throws IllegalStateException if it is not there
   * @see #findProblem
   */
  public Flow get(FlowKey key) {
    return kept(key).flow();
  }

  /** Why a version can't be read; empty if it can. */
  public Optional<String> findProblem(FlowKey key) {
    return Optional.ofNullable(kept(key).problem());
  }

  /**
   * The flow of a case.
   *
   * @param placed in which it stands; null: it is about to begin
   * @param chosen on which its brand's new cases begin; null: nobody has chosen one
   * @throws IllegalStateException if it is not there
   */
  public Flow of(@Nullable FlowKey placed, @Nullable FlowKey chosen) {
    return get(placed != null ? placed : chosen != null ? chosen : USUAL);
  }

  /** The flow on which new cases of a brand begin. */
  public Flow active(int brandId) {
    return get(store.findActive(brandId).orElse(USUAL));
  }

  /** The same of all brands at once, as a transaction sees it. */
  public Active active(Handle handle) {
    return new Active(this, FlowStore.active(handle));
  }

  /** On which flows new cases of brands begin. */
  public static final class Active {
    private final FlowBook book;
    private final Map<Integer, FlowKey> chosen;

    private Active(FlowBook book, Map<Integer, FlowKey> chosen) {
      this.book = book;
      this.chosen = chosen;
    }

    /** Which version that is. */
    public FlowKey key(int brandId) {
      return chosen.getOrDefault(brandId, USUAL);
    }
  }

  private static Kept read(FlowKey key, String yaml) {
    FlowFile.Read read = FlowFile.readKept(yaml);
    if (read.flows().size() == 1 && read.mistakes().isEmpty()) {
      return new Kept(read.flows().getFirst(), null);
    }
    return unreadable(
        "%s can't be read: %s".formatted(key.words(), String.join("; ", read.sentences())));
  }

  private static Kept unreadable(String problem) {
    log.error("{}; its cases go on without it", problem);
    return new Kept(ShippedFlows.PLAIN.flow(), problem);
  }
}
