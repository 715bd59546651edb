package dev.switchboard.channels.text;

import java.text.Normalizer;

/**
 * Counts as X does (twitter-text configuration 3): after normalisation to NFC, characters of most
 * alphabets count 1, all others (CJK among them) 2, an emoji 2 whatever it is made of, a link 23.
 *
 * <p>Links without a scheme are known by common endings only, so a text with a rare one may count
 * too little; X then refuses it.
 */
final class XCount {
  private static final int HEAVY = 2;
  private static final int VARIATION_EMOJI = 0xFE0F;
  private static final int KEYCAP = 0x20E3;
  private static final int JOINER = 0x200D;

  private XCount() {}

  static int count(String text) {
    String shortened = WebAddresses.shortenAll(Normalizer.normalize(text, Normalizer.Form.NFC));
    int[] sum = new int[1];
    Graphemes.forEach(shortened, cluster -> sum[0] += weight(cluster));
    return sum[0];
  }

  private static int weight(String cluster) {
    return isEmoji(cluster) ? HEAVY : cluster.codePoints().map(c -> isLight(c) ? 1 : HEAVY).sum();
  }

  private static boolean isLight(int c) {
    return c <= 0x10FF
        || c >= 0x2000 && c <= 0x200D
        || c >= 0x2010 && c <= 0x201F
        || c >= 0x2032 && c <= 0x2037;
  }

  private static boolean isEmoji(String cluster) {
    int first = cluster.codePointAt(0);
    return Character.isEmojiPresentation(first)
        || Character.isEmoji(first)
            && cluster
                .codePoints()
                .skip(1)
                .anyMatch(
                    c ->
                        c == VARIATION_EMOJI
                            || c == KEYCAP
                            || c == JOINER
                            || Character.isEmojiModifier(c));
  }
}
