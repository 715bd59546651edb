package dev.switchboard.store.routing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An offer: one case for one person.
 *
 * @param endedAt null while it is open
 * @param reason why it was withdrawn, or null
 * @param whyJson who could have had the case, who was chosen, by which rule; a JSON object
 */
public record OfferRow(
    long id,
    long caseId,
    String brand,
    String person,
    Instant madeAt,
    Instant expiresAt,
    OfferState state,
    @Nullable Instant endedAt,
    @Nullable String reason,
    String whyJson) {}
