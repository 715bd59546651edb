package dev.switchboard.store.desk;

import dev.switchboard.engine.casework.CaseFile;
import dev.switchboard.engine.conversation.Conversation;
import dev.switchboard.engine.post.ChannelName;

/** A case that is locked for one action, with what the action may look at. */
public record OpenCase(
    CaseFile file, Conversation conversation, int brandId, int channelId, ChannelName channel) {}
