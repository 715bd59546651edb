package dev.switchboard.engine.incident.cause;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One report of an incident, for its blast radius; an author may report more than once.
 *
 * @param author unique on all networks
 * @param followers how many people may have read it; null if not known, as the others
 */
public record Sighting(
    String author,
    Instant at,
    @Nullable Integer followers,
    @Nullable String region,
    @Nullable String version,
    @Nullable String product) {}
