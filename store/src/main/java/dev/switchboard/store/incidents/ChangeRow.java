package dev.switchboard.store.incidents;

import dev.switchboard.engine.incident.change.Change;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change as it is stored.
 *
 * @param id the store's own number; {@code change.id()} is the sender's
 * @param brand null if it concerns all brands
 */
public record ChangeRow(long id, @Nullable String brand, Instant receivedAt, Change change) {}
