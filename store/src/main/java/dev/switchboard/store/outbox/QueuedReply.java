package dev.switchboard.store.outbox;

import dev.switchboard.engine.post.ChannelName;
import org.jspecify.annotations.Nullable;

/**
 * A reply in the outbox.
 *
 * @param attempts how often it was handed to the network, this time included
 * @param inReplyTo the external id of the post that it answers, or null
 */
public record QueuedReply(
    long id,
    long caseId,
    String idempotencyKey,
    ChannelName channel,
    String agent,
    String text,
    @Nullable String inReplyTo,
    long seenThrough,
    int attempts) {}
