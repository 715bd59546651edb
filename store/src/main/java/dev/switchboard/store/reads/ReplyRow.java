package dev.switchboard.store.reads;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A reply as its case shows it; {@code error} says why it failed, is unknown or is tried again. */
public record ReplyRow(
    long id,
    String agent,
    String text,
    ReplyStatus status,
    Instant createdAt,
    @Nullable Instant sentAt,
    @Nullable String externalId,
    @Nullable String error,
    int attempts) {}
