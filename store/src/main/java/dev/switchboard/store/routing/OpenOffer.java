package dev.switchboard.store.routing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An offer that is open, with what its case is about.
 *
 * @param askedAt when the customer first wrote
 * @param author who wrote the customer's latest post; null if there is none, as is all of it
 * @param snippet the beginning of that post; at most 280 characters
 */
public record OpenOffer(
    OfferRow offer,
    String channel,
    Instant askedAt,
    @Nullable String author,
    @Nullable String language,
    @Nullable String snippet) {}
