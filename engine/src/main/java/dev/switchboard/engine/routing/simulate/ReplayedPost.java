package dev.switchboard.engine.routing.simulate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A post of a day that was, as far as a simulation needs it.
 *
 * @param key its own on its channel, and {@code inReplyTo} that of the post which it answers; null:
 *     none
 * @param needsHelp whether triage gives it to a person
 * @param topic what it is about; null: nobody can tell
 * @param followers null: the network didn't say
 */
public record ReplayedPost(
    String key,
    @Nullable String inReplyTo,
    Instant at,
    String brand,
    @Nullable String language,
    @Nullable String topic,
    String network,
    boolean direct,
    boolean needsHelp,
    @Nullable Long followers) {}
