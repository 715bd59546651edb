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

/**
 * The flows by which cases run, read from their texts once: a version never changes, so what is
 * remembered can't be old, also if another process saved it. Which version a brand has chosen is
 * read each time. Any thread.
 */
public final class FlowBook {
  /** What brands have that chose none: nothing is asked of anybody, and nothing is due. */
  public static final FlowKey USUAL = ShippedFlows.PLAIN.flow().key();

  private static final int MAX_REMEMBERED = 1_000;

  private final FlowStore store;
  private final Map<FlowKey, Flow> remembered = new ConcurrentHashMap<>();

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

  /** A version of a flow, if there is one. */
  public Optional<Flow> find(FlowKey key) {
    Flow known = remembered.get(key);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Flow> found = store.findYaml(key).map(yaml -> read(key, yaml));
    if (remembered.size() < MAX_REMEMBERED) {
      found.ifPresent(flow -> remembered.put(key, flow));
    }
    return found;
  }

  /**
   * The flow on which a case runs.
   *
   * @throws IllegalStateException if it is not there, or can't be read
   */
  public Flow get(FlowKey key) {
    return find(key)
        .orElseThrow(() -> new IllegalStateException("there is no flow " + key.words()));
  }

  /**
   * The flow of a case.
   *
   * @param placed in which it stands; null: it is about to begin
   * @param chosen on which its brand's new cases begin; null: nobody has chosen one
   * @throws IllegalStateException if it is not there, or can't be read
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

    public Flow of(int brandId) {
      return book.get(chosen.getOrDefault(brandId, USUAL));
    }
  }

  private static Flow read(FlowKey key, String yaml) {
    FlowFile.Read read = FlowFile.read(yaml);
    if (read.flows().size() != 1 || !read.mistakes().isEmpty()) {
      throw new IllegalStateException(
          "%s can't be read: %s".formatted(key.words(), String.join("; ", read.sentences())));
    }
    return read.flows().getFirst();
  }
}
