package dev.switchboard.engine.post;

import org.jspecify.annotations.Nullable;

/**
 * A post as somebody sent it, before anything is believed: every field as text, null where absent.
 * {@link PostCheck} makes a {@link Post} of it or says why not.
 */
public record PostDraft(
    @Nullable String id,
    @Nullable String channel,
    @Nullable String brand,
    @Nullable String author,
    @Nullable String text,
    @Nullable String createdAt,
    @Nullable String direction,
    @Nullable String kind,
    @Nullable String inReplyTo,
    @Nullable String language,
    @Nullable String url,
    @Nullable Integer authorFollowers,
    @Nullable String editedAt,
    @Nullable String deletedAt,
    @Nullable String extraJson) {}
