package dev.switchboard.store.customers;

import dev.switchboard.engine.customer.Muted;
import org.jspecify.annotations.Nullable;

/**
 * An author that an action is about.
 *
 * @param muted null if they are heard
 */
public record KnownAuthor(
    long id,
    long customer,
    int brandId,
    String network,
    String externalId,
    @Nullable Muted muted) {}
