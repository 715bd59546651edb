package dev.switchboard.engine.process;

import java.time.Duration;

/**
 * Others are called to a case that stays in a step, and may act there, too, from then on.
 *
 * @param after business time since the step was entered, longer than nothing
 */
public record Escalation(Duration after, Who to) {}
