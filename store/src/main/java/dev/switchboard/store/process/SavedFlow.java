package dev.switchboard.store.process;

import dev.switchboard.engine.process.FlowKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of a flow, without its text.
 *
 * @param savedBy a person; null if it came with Switchboard, or a program saved it
 * @param brands whose new cases begin on it, by name
 */
public record SavedFlow(
    FlowKey key, @Nullable String savedBy, Instant savedAt, List<String> brands) {
  public SavedFlow {
    brands = List.copyOf(brands);
  }
}
