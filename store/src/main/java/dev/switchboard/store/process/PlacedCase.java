package dev.switchboard.store.process;

import dev.switchboard.engine.process.CasePlace;
import dev.switchboard.engine.process.Lifecycle;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case with its place in the flow, as of one moment.
 *
 * @param state where it stands now, and {@code holder} who holds it or wrote the reply that is
 *     pending, or null
 * @param lastMoved the number of the last event that moved it; events before have all been written
 * @param place null if it has none yet
 * @param seenAt the time of what its place was last made of; null as {@code place}
 */
public record PlacedCase(
    long caseId,
    int brandId,
    Lifecycle state,
    @Nullable String holder,
    Instant askedAt,
    long lastMoved,
    @Nullable CasePlace place,
    @Nullable Instant seenAt) {}
