package dev.switchboard.store.desk;

import dev.switchboard.engine.casework.CaseFile;
import dev.switchboard.engine.conversation.Conversation;
import dev.switchboard.engine.post.ChannelName;
import dev.switchboard.engine.process.CasePlace;
import dev.switchboard.engine.process.FlowKey;
import org.jspecify.annotations.Nullable;

/**
 * A case that is locked for one action, with what the action may look at.
 *
 * @param openCase the open case of its conversation, which may be another one, or null
 * @param chosen on which flow new cases of its brand begin, or null if the brand has chosen none
 * @param place where it was in its flow when it was looked at last, or null if nobody has yet
 */
public record OpenCase(
    CaseFile file,
    Conversation conversation,
    int brandId,
    int channelId,
    ChannelName channel,
    @Nullable Long openCase,
    @Nullable CasePlace place,
    @Nullable FlowKey chosen) {}
