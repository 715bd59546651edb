package dev.switchboard.store.reads;

import dev.switchboard.engine.casework.CaseState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case as a list shows it.
 *
 * @param channel {@code network:account}
 * @param author who asks, as the network knows them
 * @param snippet the start of the customer's latest post, at most 280 characters; empty if
 *     withdrawn
 * @param lastPost the id of the post that is shown last
 * @param posts how many posts the conversation has
 * @param exceptions how many open exceptions it has
 */
public record CaseRow(
    long id,
    String brand,
    String channel,
    CaseState state,
    Instant askedAt,
    Instant openedAt,
    @Nullable Instant firstReplyAt,
    boolean rankedLow,
    String author,
    @Nullable String language,
    String snippet,
    Instant lastPostAt,
    long lastPost,
    int posts,
    int exceptions) {}
