package dev.switchboard.store.reads;

/**
 * How many cases stand where.
 *
 * @param paused those of {@code claimed} that rest
 * @param exceptions those not cleared
 */
public record StateCounts(
    long waiting,
    long claimed,
    long paused,
    long pending,
    long answered,
    long closed,
    long exceptions) {}
