package dev.switchboard.store.reads;

import dev.switchboard.engine.casework.CaseState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case as a list shows it.
 *
 * @param channel {@code network:account}
 * @param author who asks, as the network knows them
 * @param language of the customer's latest post, BCP 47, or null if nobody knows it
 * @param languageFrom who says so, {@link
 *     dev.switchboard.engine.triage.language.LanguageSource#word}, or null
 * @param snippet the start of the customer's latest post, at most 280 characters; empty if
 *     withdrawn
 * @param lastPost the id of the post that is shown last
 * @param posts how many posts the conversation has
 * @param exceptions how many open exceptions it has
 * @param step where it is in its flow; null for a moment after it was opened, and for what came as
 *     history
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
    @Nullable String languageFrom,
    String snippet,
    Instant lastPostAt,
    long lastPost,
    int posts,
    int exceptions,
    @Nullable StepRow step) {}
