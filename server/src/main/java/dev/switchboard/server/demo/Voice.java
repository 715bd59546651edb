package dev.switchboard.server.demo;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** How people write: where they put the mention, what they shout, what they mistype. */
final class Voice {
  private static final double MENTIONS_FIRST = 0.75;
  private static final double ADDS_EMOJI = 0.2;
  private static final double SHOUTS = 0.03;
  private static final double IGNORES_CAPITALS = 0.1;
  private static final double MISTYPES = 0.06;
  private static final List<String> SAD = List.of(" 😩", " 😡", " 🙏", " ❄️", " 😢", " ✈️");
  private static final List<String> GLAD = List.of(" ❄️", " ☃️", " 😂", " 👏", " ❤️", " ✈️");

  private Voice() {}

  /** What the author of {@code story} makes of {@code words}; a reply always begins with whom. */
  static String write(String words, Story story, boolean reply, Random random) {
    String text = mistyped(cased(words, random), random);
    if (random.nextDouble() < ADDS_EMOJI) {
      text += Phrases.pick(story.intent().needsHelp() ? SAD : GLAD, random);
    }
    if (story.direct() || story.intent() == Intent.VIRAL) {
      return text;
    }
    String mention = Airline.mention(story.channel());
    return reply || random.nextDouble() < MENTIONS_FIRST
        ? mention + " " + text
        : text + " " + mention;
  }

  private static String cased(String words, Random random) {
    double dice = random.nextDouble();
    if (dice < SHOUTS) {
      return words.toUpperCase(Locale.ROOT);
    }
    return dice < SHOUTS + IGNORES_CAPITALS ? words.toLowerCase(Locale.ROOT) : words;
  }

  /** Swaps two neighbouring letters, sometimes. */
  private static String mistyped(String text, Random random) {
    boolean mistypes = random.nextDouble() < MISTYPES;
    int at = random.nextInt(Math.max(1, text.length() - 1));
    if (!mistypes || at + 1 >= text.length()) {
      return text;
    }
    char a = text.charAt(at);
    char b = text.charAt(at + 1);
    return Character.isLetter(a) && Character.isLetter(b)
        ? text.substring(0, at) + b + a + text.substring(at + 2)
        : text;
  }
}
