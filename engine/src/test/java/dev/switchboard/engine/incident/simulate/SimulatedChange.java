package dev.switchboard.engine.incident.simulate;

import org.jspecify.annotations.Nullable;

/**
 * A change as its company reports it; null is what it leaves out.
 *
 * @param kind deploy, rollback, flag, alert or outage
 * @param service an index
 * @param startMinute on the incident's own clock, may be below zero
 */
public record SimulatedChange(
    String kind,
    int service,
    @Nullable String environment,
    @Nullable String region,
    @Nullable String version,
    double startMinute,
    @Nullable Double finishMinute,
    String summary) {}
