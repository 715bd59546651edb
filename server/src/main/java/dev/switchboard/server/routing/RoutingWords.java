package dev.switchboard.server.routing;

import dev.switchboard.engine.routing.Rule;
import java.util.Locale;

/** How the contracts name what routing decides. */
final class RoutingWords {
  private RoutingWords() {}

  static String of(Rule rule) {
    return switch (rule) {
      case Rule.PreviousAgent _ -> "previousAgent";
      case Rule.LeastLoaded _ -> "leastLoaded";
      case Rule.CostliestWait _ -> "costliestWait";
    };
  }

  /** A constant as one word: {@code NOT_THERE} is {@code notThere}. */
  static String of(Enum<?> constant) {
    String[] parts = constant.name().toLowerCase(Locale.ROOT).split("_", -1);
    StringBuilder word = new StringBuilder(parts[0]);
    for (int i = 1; i < parts.length; i++) {
      word.append(Character.toUpperCase(parts[i].charAt(0))).append(parts[i].substring(1));
    }
    return word.toString();
  }
}
