package dev.switchboard.store.reads;

import dev.switchboard.engine.post.Direction;
import dev.switchboard.engine.post.PostKind;
import dev.switchboard.engine.triage.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A post as a conversation shows it.
 *
 * @param person who of the brand wrote it through Switchboard, or null
 * @param text empty when its author has withdrawn it
 * @param shownAt its place in the order shown; later than {@code createdAt} if it came late
 * @param language BCP 47, or null if nobody knows it
 * @param languageFrom who says so, {@link
 *     dev.switchboard.engine.triage.language.LanguageSource#word}, or null
 * @param extraJson a JSON object (media, region, fields nobody knows), or null
 * @param probability that its author needs help, or null for the brand's own posts
 */
public record PostRow(
    long id,
    String externalId,
    String author,
    @Nullable String person,
    Direction direction,
    PostKind kind,
    @Nullable String inReplyTo,
    String text,
    Instant createdAt,
    Instant shownAt,
    @Nullable Instant editedAt,
    @Nullable Instant deletedAt,
    @Nullable String language,
    @Nullable String languageFrom,
    @Nullable String url,
    @Nullable String extraJson,
    @Nullable Verdict verdict,
    @Nullable Float probability) {}
