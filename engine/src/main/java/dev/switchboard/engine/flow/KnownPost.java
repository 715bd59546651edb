package dev.switchboard.engine.flow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the flow needs to know of a post that is stored already.
 *
 * @param editedAt the last edit that is known, or null
 * @param deletedAt when its author withdrew it, or null
 */
public record KnownPost(
    long id, long conversation, @Nullable Instant editedAt, @Nullable Instant deletedAt) {}
