package dev.switchboard.engine.triage;

import dev.switchboard.engine.triage.text.FeatureExtractor;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/**
 * Keeps at most {@value #SLOTS} extractors for threads to share, so that a post allocates none. A
 * thread-local would keep one for each of thousands of virtual threads.
 */
public final class ExtractorPool {
  /** Of 250 kB each. */
  private static final int SLOTS = 16;

  /** Slots stand apart, so that threads don't share a cache line. */
  private static final int APART = 32;

  private final AtomicReferenceArray<FeatureExtractor> free =
      new AtomicReferenceArray<>(SLOTS * APART);
  private final Supplier<FeatureExtractor> maker;

  /** A pool that asks the maker when it is empty. */
  public ExtractorPool(Supplier<FeatureExtractor> maker) {
    this.maker = maker;
  }

  /** An extractor of one's own until it is given back. */
  public FeatureExtractor take() {
    int first = slot();
    for (int i = 0; i < SLOTS; i++) {
      FeatureExtractor found = free.getAndSet((first + i) % SLOTS * APART, null);
      if (found != null) {
        return found;
      }
    }
    return maker.get();
  }

  /** When every slot is taken the extractor is left to the garbage collector. */
  public void giveBack(FeatureExtractor extractor) {
    int first = slot();
    for (int i = 0; i < SLOTS; i++) {
      if (free.compareAndSet((first + i) % SLOTS * APART, null, extractor)) {
        return;
      }
    }
  }

  private static int slot() {
    return (int) (Thread.currentThread().threadId() % SLOTS);
  }
}
