package dev.switchboard.engine.event;

import org.jspecify.annotations.Nullable;

/**
 * An event before the log has numbered it.
 *
 * @param caseId the case that it is about, or null
 * @param postId the post that it is about, or null
 * @param actor the person who did it, or null when Switchboard did it itself
 */
public record NewEvent(
    @Nullable Long caseId, @Nullable Long postId, @Nullable String actor, Event event) {}
