package dev.switchboard.engine.post;

/** What identifies a post: the channel and the network's own id. */
public record PostKey(ChannelName channel, String externalId) {}
