package dev.switchboard.store.notices;

import dev.switchboard.engine.people.NoticeKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that concerns a person.
 *
 * @param caseId which it is about; null if about none
 * @param actor who caused it, or null if it was no person
 * @param words a reason or the beginning of a note, or null
 * @param readAt when the person took note of it, or null
 */
public record Notice(
    long id,
    NoticeKind kind,
    @Nullable Long caseId,
    @Nullable String actor,
    @Nullable String words,
    Instant at,
    @Nullable Instant readAt) {}
