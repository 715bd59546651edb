package dev.switchboard.store.intake;

import dev.switchboard.engine.post.Post;
import dev.switchboard.store.Directory.ChannelRef;

/** Who wrote a post, as one brand knows them on one network. */
record PostAuthor(int brandId, String network, String externalId) {
  static PostAuthor of(Post post, ChannelRef channel) {
    return new PostAuthor(channel.brandId(), post.channel().network(), post.author());
  }
}
