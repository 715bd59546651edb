package dev.switchboard.engine.incident;

import java.time.Instant;

/**
 * One step of an incident's course over time.
 *
 * @param from where it begins; it ends where the next one begins
 * @param reports those of the incident, and before its onset those like them
 * @param expected how many reports come anyway in such a step
 */
public record CourseStep(Instant from, int reports, double expected) {}
