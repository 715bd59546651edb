package dev.switchboard.store.incidents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One report of an incident.
 *
 * @param channel {@code network:account}
 * @param text empty when its author has withdrawn it
 * @param caseId the latest case of its conversation, or null
 */
public record SamplePost(
    long id,
    String channel,
    String externalId,
    String author,
    String text,
    Instant createdAt,
    @Nullable String language,
    @Nullable String url,
    @Nullable Long caseId) {}
