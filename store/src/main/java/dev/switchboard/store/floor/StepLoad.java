package dev.switchboard.store.floor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Cases in one step of a flow, whichever version of it they follow.
 *
 * @param state the word of the lifecycle's state
 * @param since when the first of them entered the step
 * @param nextDue the next deadline that is still to be met; null if none runs
 * @param inDanger of how many a breach is foreseen, and {@code breached} how many are past a
 *     deadline
 */
public record StepLoad(
    String flow,
    String step,
    String state,
    long cases,
    Instant since,
    @Nullable Instant nextDue,
    long inDanger,
    long breached) {}
