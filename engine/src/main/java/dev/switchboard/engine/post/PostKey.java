package dev.switchboard.engine.post;

import org.jspecify.annotations.Nullable;

/** What identifies a post: the channel and the network's own id. */
public record PostKey(ChannelName channel, String externalId) {

  // By hand, here and in ChannelName: intake looks keys up several times for every post.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PostKey key
        && externalId.equals(key.externalId)
        && channel.equals(key.channel);
  }

  @Override
  public int hashCode() {
    return 31 * externalId.hashCode() + channel.hashCode();
  }
}
