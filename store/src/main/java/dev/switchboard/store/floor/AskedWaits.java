package dev.switchboard.store.floor;

import dev.switchboard.engine.routing.Fairness;

/**
 * How long customers waited who asked within a time.
 *
 * @param cases how many were counted
 * @param all false if there were more, of which only the latest were counted
 */
public record AskedWaits(Fairness fairness, int cases, boolean all) {}
