package dev.switchboard.engine.incident.cause;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What may have failed, where and in which version.
 *
 * @param topics the share of its reports that name each topic; what is missing from one names none,
 *     or a random one
 * @param region null if everywhere, as the version
 */
record Scene(Map<Integer, Double> topics, @Nullable String region, @Nullable String version) {
  Scene {
    topics = InOrder.copy(topics);
  }
}
