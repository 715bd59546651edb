package dev.switchboard.engine.routing.simulate;

import org.jspecify.annotations.Nullable;

/**
 * A post that needs help.
 *
 * @param number from 0, in the order of arrival
 * @param atMillis from the day's beginning
 * @param level of the topic's skill that it takes, 1 to 3
 * @param allowedMillis until when it should be answered, from when the customer wrote
 * @param workMillis how long somebody who knows it takes
 * @param followers null: the network didn't say
 * @param followUps how often the customer writes again, 0 to 2, each time {@code gapMillis} after
 *     an answer
 */
record SimulatedCase(
    int number,
    long atMillis,
    String brand,
    String language,
    String topic,
    String network,
    boolean direct,
    int level,
    long allowedMillis,
    long workMillis,
    @Nullable Long followers,
    int followUps,
    long gapMillis) {}
