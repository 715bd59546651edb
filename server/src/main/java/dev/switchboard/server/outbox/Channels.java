package dev.switchboard.server.outbox;

import dev.switchboard.channels.Channel;
import dev.switchboard.engine.post.ChannelName;

/** Which channel a reply goes out on. */
public interface Channels {
  Channel of(ChannelName name);
}
