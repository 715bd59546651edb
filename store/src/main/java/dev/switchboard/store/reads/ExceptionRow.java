package dev.switchboard.store.reads;

import dev.switchboard.engine.event.ExceptionKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that needs a person out of the ordinary flow, and has not been cleared yet.
 *
 * @param caseId the case, or null where it concerns the brand as a whole
 * @param customer who wrote last on the case; null if there is none, or they withdrew all
 */
public record ExceptionRow(
    long id,
    String brand,
    @Nullable Long caseId,
    @Nullable Long reply,
    ExceptionKind kind,
    String reason,
    @Nullable String agent,
    @Nullable String replyText,
    @Nullable String customer,
    Instant raisedAt) {}
