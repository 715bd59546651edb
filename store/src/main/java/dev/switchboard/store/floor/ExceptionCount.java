package dev.switchboard.store.floor;

import dev.switchboard.engine.event.ExceptionKind;
import java.time.Instant;

/**
 * How many exceptions of a kind are open.
 *
 * @param oldest when the first of them was raised
 */
public record ExceptionCount(ExceptionKind kind, long open, Instant oldest) {}
