package dev.switchboard.server.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The truth about the latest scripted posts: what a person understands who reads them. Simulated
 * agents look here, since they can't read. Any thread.
 */
final class TruthBook {
  private static final int MAX_POSTS = 50_000;

  private final Map<String, Truth> byPost =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Truth> eldest) {
          return size() > MAX_POSTS;
        }
      };

  synchronized void put(String externalId, Truth truth) {
    byPost.put(externalId, truth);
  }

  synchronized @Nullable Truth find(String externalId) {
    return byPost.get(externalId);
  }
}
