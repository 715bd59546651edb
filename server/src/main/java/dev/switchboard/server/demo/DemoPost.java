package dev.switchboard.server.demo;

import dev.switchboard.engine.post.ChannelName;
import dev.switchboard.engine.post.PostKind;
import org.jspecify.annotations.Nullable;

/**
 * A customer's post before it is given a time: that is the moment when it is delivered.
 *
 * @param text empty when withdrawn
 * @param language as the network declares it, or null
 * @param authorFollowers or null where the network does not say
 * @param region where its author is, or null if they don't say
 * @param product which of the airline's programs it is about, or null if they don't say
 */
public record DemoPost(
    String id,
    ChannelName channel,
    String author,
    String text,
    PostKind kind,
    @Nullable String inReplyTo,
    @Nullable String language,
    @Nullable Integer authorFollowers,
    @Nullable String region,
    @Nullable String product,
    Change change) {

  /** What the author does with it. */
  public enum Change {
    WRITTEN,
    EDITED,
    DELETED
  }

  DemoPost edited(String newText) {
    return new DemoPost(
        id,
        channel,
        author,
        newText,
        kind,
        inReplyTo,
        language,
        authorFollowers,
        region,
        product,
        Change.EDITED);
  }

  DemoPost deleted() {
    return new DemoPost(
        id,
        channel,
        author,
        "",
        kind,
        inReplyTo,
        language,
        authorFollowers,
        region,
        product,
        Change.DELETED);
  }
}
