package dev.switchboard.store.incidents;

import java.time.Instant;

/**
 * Reports in one step of time, which lasts until the next one's beginning.
 *
 * @param expected how many are usual in such a step; not negative
 */
public record CourseStep(Instant from, int reports, double expected) {}
