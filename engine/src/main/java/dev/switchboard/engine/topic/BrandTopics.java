package dev.switchboard.engine.topic;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What each brand is careful about.
 *
 * @param otherwise for brands that are not named
 * @param byBrand by a brand's name
 */
public record BrandTopics(SensitiveTopics otherwise, Map<String, SensitiveTopics> byBrand) {
  public static final BrandTopics USUAL = new BrandTopics(SensitiveTopics.USUAL, Map.of());
  public static final BrandTopics NONE = new BrandTopics(SensitiveTopics.NONE, Map.of());

  public BrandTopics {
    byBrand = Map.copyOf(byBrand);
  }

  /**
   * The topics of a brand.
   *
   * @param brand its name, or null if that is not known
   */
  public SensitiveTopics of(@Nullable String brand) {
    return brand == null ? otherwise : byBrand.getOrDefault(brand, otherwise);
  }
}
