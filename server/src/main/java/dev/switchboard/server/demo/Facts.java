package dev.switchboard.server.demo;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one customer's story is about: the flight that is named first is the one named later. One
 * thread.
 */
final class Facts {
  /** Slots that are drawn, not listed. */
  static final Set<String> DRAWN =
      Set.of("flight", "hours", "days", "price", "ref", "time", "age", "count");

  /** Manners of speaking: drawn anew each time. */
  private static final Set<String> FRESH = Set.of("hey", "plea", "sorry", "bye");

  private static final String REF_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final int REF_LENGTH = 6;

  private final Map<String, String> known = new HashMap<>();

  /** The value of {@code slot}: as it was, or from {@code listed} for slots that are listed. */
  String value(String slot, Random random, Supplier<String> listed) {
    if (FRESH.contains(slot)) {
      return listed.get();
    }
    String value = known.get(slot);
    if (value == null) {
      String drawn = drawn(slot, random);
      value = drawn == null ? listed.get() : drawn;
      known.put(slot, value);
    }
    return value;
  }

  private static @Nullable String drawn(String slot, Random random) {
    return switch (slot) {
      case "flight" -> "Aurora " + between(random, 101, 989);
      case "hours" -> Integer.toString(between(random, 3, 26));
      case "days" -> Integer.toString(between(random, 2, 9));
      case "price" -> Integer.toString(between(random, 6, 89) * 10 - 1);
      case "ref" -> ref(random);
      case "time" ->
          String.format(
              Locale.ROOT, "%02d:%02d", between(random, 5, 22), between(random, 0, 11) * 5);
      case "age" -> Integer.toString(between(random, 6, 13));
      case "count" -> Integer.toString(between(random, 2, 6));
      default -> null;
    };
  }

  private static String ref(Random random) {
    StringBuilder ref = new StringBuilder();
    for (int i = 0; i < REF_LENGTH; i++) {
      ref.append(REF_LETTERS.charAt(random.nextInt(REF_LETTERS.length())));
    }
    return ref.toString();
  }

  private static int between(Random random, int least, int most) {
    return least + random.nextInt(most - least + 1);
  }
}
