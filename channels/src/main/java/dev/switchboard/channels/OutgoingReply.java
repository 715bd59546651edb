package dev.switchboard.channels;

import dev.switchboard.engine.post.ChannelName;
import org.jspecify.annotations.Nullable;

/**
 * A reply on its way to a network.
 *
 * @param idempotencyKey the same for every attempt to send this reply, never the same for two
 * @param channel the account that it is sent from
 * @param author the agent who wrote it
 * @param inReplyTo the external id of the post that it answers, or null
 */
public record OutgoingReply(
    String idempotencyKey,
    ChannelName channel,
    String author,
    String text,
    @Nullable String inReplyTo) {}
