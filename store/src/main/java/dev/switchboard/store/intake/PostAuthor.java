package dev.switchboard.store.intake;

import dev.switchboard.engine.post.Post;
import dev.switchboard.store.Directory.ChannelRef;
import org.jspecify.annotations.Nullable;

/** Who wrote a post, as one brand knows them on one network. */
record PostAuthor(int brandId, String network, String externalId) {
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PostAuthor author
        && brandId == author.brandId
        && externalId.equals(author.externalId)
        && network.equals(author.network);
  }

  @Override
  public int hashCode() {
    return 31 * externalId.hashCode() + brandId;
  }

  static PostAuthor of(Post post, ChannelRef channel) {
    return new PostAuthor(channel.brandId(), post.channel().network(), post.author());
  }
}
