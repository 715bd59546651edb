package dev.switchboard.store.customers;

import dev.switchboard.engine.customer.Muted;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An author as a customer's page shows them.
 *
 * @param customer the number of their customer
 * @param name as the network knows them
 * @param language BCP 47: what they were last surely known to write in, or null
 * @param posts how many posts of theirs there are
 * @param firstSeen when they wrote first, or null if nothing of theirs is known
 * @param lastSeen when they wrote last, or null
 * @param muted null if they are heard
 * @param mutedPosts how many posts of theirs came since they were muted
 */
public record AuthorRow(
    long id,
    long customer,
    String brand,
    String network,
    String name,
    @Nullable String language,
    long posts,
    @Nullable Instant firstSeen,
    @Nullable Instant lastSeen,
    @Nullable Muted muted,
    long mutedPosts) {}
