package dev.switchboard.store.customers;

import dev.switchboard.engine.event.CloseReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case in which a customer wrote.
 *
 * @param channel {@code network:account}
 * @param author whose posts stand in it, as the network knows them
 * @param state its word, for example waiting
 * @param closeReason null while it is open
 */
public record PastCase(
    long id,
    String channel,
    String author,
    String state,
    @Nullable CloseReason closeReason,
    Instant askedAt,
    @Nullable Instant firstReplyAt) {}
