package dev.switchboard.store.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as the log holds it.
 *
 * @param seq its number; ascending, with gaps
 * @param dataJson what is new in it, a JSON object
 * @param v the version of the shape of {@code dataJson}
 */
public record LoggedEvent(
    long seq,
    Instant at,
    @Nullable String brand,
    String type,
    @Nullable Long caseId,
    @Nullable Long postId,
    @Nullable Long incidentId,
    @Nullable String actor,
    String dataJson,
    int v) {}
