package dev.switchboard.store.reads;

/** How many cases stand where; {@code exceptions} counts those not cleared. */
public record StateCounts(
    long waiting, long claimed, long pending, long answered, long closed, long exceptions) {}
