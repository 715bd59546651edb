package dev.switchboard.store.desk;

import dev.switchboard.engine.casework.CaseFile;
import dev.switchboard.engine.conversation.Conversation;
import dev.switchboard.engine.post.ChannelName;
import org.jspecify.annotations.Nullable;

/**
 * A case that is locked for one action, with what the action may look at.
 *
 * @param openCase the open case of its conversation, which may be another one, or null
 */
public record OpenCase(
    CaseFile file,
    Conversation conversation,
    int brandId,
    int channelId,
    ChannelName channel,
    @Nullable Long openCase) {}
