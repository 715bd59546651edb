package dev.switchboard.engine.post;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message, public or direct, as the network gave it. Made by {@link PostCheck}, which has
 * refused or repaired what no post may hold.
 *
 * @param externalId the network's own id; unique within its channel
 * @param channel the account it was sent to (or from, when {@code direction} is OUT)
 * @param brand the brand that the sender named, or null to take the channel's
 * @param author who wrote it, as the network knows them
 * @param text without NUL and lone surrogates, at most {@link PostCheck#MAX_TEXT_CHARS}
 * @param createdAt when the network says it was written
 * @param inReplyTo the external id of the post that it answers, on the same channel, or null
 * @param language BCP 47, as the network declares it, or null
 * @param url the permalink, or null
 * @param authorFollowers how many follow the author, 0 or more, or null; never seen by triage
 * @param change what the author did to a post that may be known already
 * @param extraJson a JSON object of everything else that came along (media, region, product,
 *     version, fields that this version does not know), or null
 */
public record Post(
    String externalId,
    ChannelName channel,
    @Nullable String brand,
    String author,
    String text,
    Instant createdAt,
    Direction direction,
    PostKind kind,
    @Nullable String inReplyTo,
    @Nullable String language,
    @Nullable String url,
    @Nullable Integer authorFollowers,
    AuthorChange change,
    @Nullable String extraJson) {

  /** The key that makes a second arrival of the same post a duplicate. */
  public PostKey key() {
    return new PostKey(channel, externalId);
  }

  /** The key of the post that this one answers, or null. */
  public @Nullable PostKey parentKey() {
    return inReplyTo == null ? null : new PostKey(channel, inReplyTo);
  }

  public boolean isFromCustomer() {
    return direction == Direction.IN;
  }
}
