package dev.switchboard.store.floor;

import java.util.Locale;
import java.util.Map;

/**
 * How many people who work now answer in which language.
 *
 * @param any of whom nobody has said a language: they count for all
 * @param byLanguage by the first part of the tag, such as {@code pt} of {@code pt-BR}
 */
public record Speakers(int any, Map<String, Integer> byLanguage) {
  public Speakers {
    byLanguage = Map.copyOf(byLanguage);
  }

  /** Those who could answer in a language. */
  public int of(String tag) {
    int end = tag.indexOf('-');
    String primary = (end < 0 ? tag : tag.substring(0, end)).toLowerCase(Locale.ROOT);
    return any + byLanguage.getOrDefault(primary, 0);
  }
}
