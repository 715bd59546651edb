package dev.switchboard.server.triage;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** What decides for each brand now; the default where a brand has none. Any thread. */
final class BrandModels {
  private final Published byDefault;
  private final Map<Integer, Published> published = new ConcurrentHashMap<>();

  BrandModels(Published byDefault) {
    this.byDefault = byDefault;
  }

  Published of(int brandId) {
    return Objects.requireNonNullElse(published.get(brandId), byDefault);
  }

  void publish(int brandId, Published model) {
    published.put(brandId, model);
  }
}
